import { defineText } from '@/shared/i18n/translate'

export const termsText = defineText({
  title: { zh: '任期', en: 'Terms of office' },
  organisation: { zh: '党组织', en: 'Organisation' },
  number: { zh: '届次', en: 'Term' },
  number_of: { zh: '第 {number} 届', en: 'Term {number}' },
  elected_on: { zh: '当选日期', en: 'Elected' },
  ends_on: { zh: '届满日期', en: 'Ends' },
  years: { zh: '任期（年）', en: 'Years' },
  years_hint: {
    zh: '不填按组织类别：机关党委 5 年，总支、支部 3 年',
    en: 'By kind when left out: committee 5, branches 3',
  },
  state: { zh: '状态', en: 'State' },
  due: { zh: '届满情况', en: 'Due' },
  due_soon: { zh: '六个月内届满', en: 'Due within six months' },
  overdue: { zh: '已超期', en: 'Overdue' },
  due_in: { zh: '还有 {count} 天届满', en: { one: '{count} day left', other: '{count} days left' } },
  overdue_years: {
    zh: '超期 {count} 年',
    en: { one: '{count} year overdue', other: '{count} years overdue' },
  },
  overdue_by: { zh: '超期 {count} 天', en: { one: '{count} day overdue', other: '{count} days overdue' } },
  empty: { zh: '没有登记任期', en: 'No term is on record' },
  empty_hint: {
    zh: '登记当选日期后，系统按条例推算届满日期并提前六个月提醒。',
    en: 'Enter the day of the election: the end of the term follows, with a reminder six months ahead.',
  },
  list_empty: { zh: '还没有登记任期', en: 'No term is on record yet' },
  list_empty_hint: {
    zh: '导入党组织信息时会一并建立任期，也可以在组织的“任期”页登记。',
    en: 'Terms come with the import of organisations, or are entered on an organisation’s “Term” tab.',
  },
  none: { zh: '此类组织不设任期', en: 'This kind of organisation has no term of office' },
  none_hint: {
    zh: '机关党委任期五年，党总支、党支部任期三年；其他组织不按届选举。',
    en: 'Committees are elected for five years, general branches and branches for three; others are not.',
  },
  picture: { zh: '各届任期', en: 'Terms over time' },
  today: { zh: '今天', en: 'Today' },
  that_day: { zh: '当日', en: 'That day' },
  from_to: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  start_election: { zh: '启动换届', en: 'Start the election' },
  start_election_title: { zh: '启动“{name}”的换届？', en: 'Start the election of “{name}”?' },
  start_election_text: {
    zh: '状态改为“换届中”，届满提醒保留到登记新一届为止。',
    en: 'The state becomes “electing”; reminders go on until the next term is entered.',
  },
  end: { zh: '结束本届', en: 'End the term' },
  end_title: { zh: '结束第 {number} 届？', en: 'End term {number}?' },
  end_text: { zh: '结束后不能恢复。结束日期：', en: 'This cannot be undone. It ends on:' },
  end_on: { zh: '结束日期', en: 'End date' },
  adjust: { zh: '提前或延期', en: 'Earlier or later' },
  adjust_title: { zh: '调整第 {number} 届的届满日期', en: 'Change the end of term {number}' },
  adjust_text: {
    zh: '提前或延期一般不超过一年。新的届满日期：',
    en: 'At most one year early or late. The term ends on:',
  },
  new: { zh: '登记新一届', en: 'Enter a new term' },
  new_title: { zh: '登记“{name}”新一届任期', en: 'Enter a new term of “{name}”' },
  new_ends_last: {
    zh: '第 {number} 届尚未结束，将以新一届的当选日期为结束日期。',
    en: 'Term {number} is still running; it ends on the day of the new election.',
  },
})

export const termStatesText = defineText({
  serving: { zh: '在任', en: 'Serving' },
  electing: { zh: '换届中', en: 'Electing' },
  ended: { zh: '已结束', en: 'Ended' },
})
