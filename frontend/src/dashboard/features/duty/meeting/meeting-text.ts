import { defineText } from '@/shared/i18n/translate'

export const meetingText = defineText({
  leave: { zh: '回到述职轮次', en: 'Back to the round' },
  order: { zh: '述职顺序', en: 'Order of the reports' },
  place: { zh: '第 {at} 位，共 {total} 位', en: '{at} of {total}' },
  previous: { zh: '上一位', en: 'Previous' },
  next: { zh: '下一位', en: 'Next' },
  keys: {
    zh: 'PageUp / PageDown 换人 · Alt+1、2、3 选类别 · Enter 记下',
    en: 'PageUp / PageDown: who · Alt+1, 2, 3: kind · Enter: note it',
  },
  no_report: { zh: '还没有报告，不能记点评。', en: 'There is no report yet, so nothing can be noted.' },
  being_written: {
    zh: '报告还没有提交，提交后才能记点评。',
    en: 'The report is not handed in; comments follow once it is.',
  },
  report: { zh: '报告', en: 'The report' },
  kind: { zh: '类别', en: 'Kind' },
  input: { zh: '现场点评', en: 'On-site comment' },
  placeholder_strength: { zh: '记一条优点，按 Enter', en: 'A strength, then Enter' },
  placeholder_problem: { zh: '记一条问题，按 Enter', en: 'A problem, then Enter' },
  placeholder_demand: { zh: '记一条要求，按 Enter', en: 'A demand, then Enter' },
  note: { zh: '记下', en: 'Note it' },
  own: { zh: '我记下的', en: 'What I noted' },
  own_none: { zh: '还没有记。', en: 'Nothing is noted yet.' },
  release_all: {
    zh: '发出全部 {count} 条',
    en: { one: 'Release {count}', other: 'Release all {count}' },
  },
  release_title: {
    zh: '发出您记下的 {count} 条点评？',
    en: { one: 'Release your {count} comment?', other: 'Release your {count} comments?' },
  },
  release_text: {
    zh: '述职人会看到。其中 {problems} 条问题会各生成一项整改任务，默认 30 天内整改。',
    en: 'Those who reported see them. {problems} problems become tasks to put right, within 30 days unless dated.',
  },
  released: {
    zh: '已发出 {released} 条，生成 {tasks} 项整改任务',
    en: '{released} released, {tasks} tasks made',
  },
  not_saved: {
    zh: '有一条没有记下，文字放回了输入框：{text}',
    en: 'One was not noted; its text is back in the field: {text}',
  },
  empty: { zh: '没有述职人员', en: 'Nobody reports' },
  empty_hint: { zh: '名单上还没有人参加。', en: 'Nobody on the list takes part.' },
})
