import { defineText } from '@/shared/i18n/translate'

export const dutyText = defineText({
  title: { zh: '述职评议', en: 'Duty review' },
  tab_rounds: { zh: '述职轮次', en: 'Rounds' },
  tab_reports: { zh: '述职报告', en: 'Reports' },
  tab_ballots: { zh: '待我评议', en: 'My ballots' },
  tab_results: { zh: '我的结果', en: 'My results' },
  late: { zh: '逾期提交', en: 'Late' },
})

export const directionsText = defineText({
  upward: { zh: '向上述职', en: 'Upward' },
  downward: { zh: '向下述职', en: 'Downward' },
})

export const roundStatesText = defineText({
  draft: { zh: '筹备中', en: 'Being prepared' },
  reporting: { zh: '述职中', en: 'Reporting' },
  appraising: { zh: '评议中', en: 'Appraising' },
  calculated: { zh: '已计算', en: 'Calculated' },
  published: { zh: '已发布', en: 'Published' },
  archived: { zh: '已归档', en: 'Archived' },
})

/** States of a report, and of one that nobody has begun. */
export const reportStatesText = defineText({
  not_started: { zh: '未开始', en: 'Not started' },
  draft: { zh: '撰写中', en: 'Being written' },
  submitted: { zh: '待审核', en: 'Submitted' },
  returned: { zh: '已退回修改', en: 'Sent back' },
  accepted: { zh: '已通过', en: 'Accepted' },
  presented: { zh: '已述职', en: 'Presented' },
})

export const commentKindsText = defineText({
  strength: { zh: '优点', en: 'Strength' },
  problem: { zh: '问题', en: 'Problem' },
  demand: { zh: '要求', en: 'Demand' },
})
