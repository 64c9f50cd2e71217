import { defineText } from '@/shared/i18n/translate'

export const roundActsText = defineText({
  steps: { zh: '述职进程', en: 'Progress' },
  step_draft: { zh: '筹备', en: 'Prepare' },
  step_reporting: { zh: '述职', en: 'Report' },
  step_appraising: { zh: '评议', en: 'Appraise' },
  step_calculated: { zh: '计算', en: 'Calculate' },
  step_published: { zh: '发布', en: 'Publish' },
  step_archived: { zh: '归档', en: 'Archive' },
  turn_draft: { zh: '待{organisation}完成筹备并启动', en: 'For {organisation} to prepare and open' },
  turn_reporting: {
    zh: '待 {count} 人提交述职报告，{date} 截止',
    en: {
      one: '{count} report still owed, due {date}',
      other: '{count} reports still owed, due {date}',
    },
  },
  turn_reporting_own: { zh: '述职中，{date} 截止', en: 'Reports are due {date}' },
  turn_reported: {
    zh: '报告已交齐，待{organisation}开始评议',
    en: 'All reports are in; for {organisation} to start the appraisal',
  },
  turn_appraising: {
    zh: '评议中，待{organisation}计算结果',
    en: 'Ballots are out; for {organisation} to calculate',
  },
  turn_calculated: {
    zh: '待领导确定等次，{organisation}发布',
    en: 'Grades to be decided, then published by {organisation}',
  },
  turn_published: { zh: '已发布，待{organisation}归档', en: 'Published; for {organisation} to archive' },
  turn_archived: { zh: '已归档', en: 'Archived' },
  open: { zh: '启动述职', en: 'Open the round' },
  open_title: { zh: '启动“{title}”？', en: 'Open “{title}”?' },
  open_text: {
    zh: '方案从此冻结，要改须写明原因。名单上的 {count} 人会收到任务，{date}前提交述职报告。',
    en: 'The scheme freezes and changes only with a reason. {count} participants are given the task to report by {date}.',
  },
  open_done: { zh: '已启动', en: 'The round is open' },
  start_appraisal: { zh: '开始评议', en: 'Start the appraisal' },
  start_appraisal_title: { zh: '开始评议“{title}”？', en: 'Start the appraisal of “{title}”?' },
  start_appraisal_text: {
    zh: '名单从此不能再增减，可以发评议票。',
    en: 'Nobody joins or leaves the list any more, and ballots can be issued.',
  },
  start_appraisal_owed: {
    zh: '还有 {count} 人没有提交报告，之后仍可提交，会标明逾期。',
    en: {
      one: '{count} report is still owed; it can follow, marked late.',
      other: '{count} reports are still owed; they can follow, marked late.',
    },
  },
  start_appraisal_done: { zh: '已开始评议', en: 'The appraisal has begun' },
  calculate: { zh: '计算结果', en: 'Calculate' },
  calculate_title: { zh: '计算“{title}”的结果？', en: 'Calculate “{title}”?' },
  calculate_text: {
    zh: '所有评议票一次打乱开封，按方案算出每个人的得分和建议等次。没投的票从此不能再投。',
    en: 'All ballots are shuffled and opened at once, and scores and proposed grades follow. Nobody can vote after this.',
  },
  calculate_done: { zh: '结果已算出', en: 'The results are there' },
  publish: { zh: '发布结果', en: 'Publish' },
  publish_title: { zh: '发布“{title}”的结果？', en: 'Publish “{title}”?' },
  publish_text: {
    zh: '每名书记能看到自己的结果和整体分布，看不到别人的。发布的版本封存，不能再改；要改须重新评议。',
    en: 'Each secretary sees the own result and the spread, nobody else’s. What is published is sealed; a change needs a new appraisal.',
  },
  publish_undecided: {
    zh: '还有 {count} 人的等次没有确定，全部确定后才能发布。',
    en: {
      one: '{count} grade is not decided; all have to be before the publication.',
      other: '{count} grades are not decided; all have to be before the publication.',
    },
  },
  publish_done: { zh: '已发布', en: 'Published' },
  archive: { zh: '归档', en: 'Archive' },
  archive_title: { zh: '归档“{title}”？', en: 'Archive “{title}”?' },
  archive_text: {
    zh: '这一轮到此结束，内容都保留可查。',
    en: 'The round ends here; everything stays readable.',
  },
  archive_done: { zh: '已归档', en: 'Archived' },
  reopen: { zh: '重新评议', en: 'Reopen' },
  reopen_title: { zh: '重新评议“{title}”？', en: 'Reopen “{title}”?' },
  reopen_text: {
    zh: '回到评议阶段，之后重新计算，作为新的版次发布。已发布的版本仍然保留。',
    en: 'It goes back to the appraisal and becomes a new revision. What was published is kept.',
  },
  reopen_done: { zh: '已回到评议阶段', en: 'The appraisal is open again' },
})
