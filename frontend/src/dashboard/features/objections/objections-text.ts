import { defineText } from '@/shared/i18n/translate'

export const objectionsText = defineText({
  title: { zh: '异议', en: 'Objections' },
  list: { zh: '异议列表', en: 'List of objections' },
  empty: { zh: '还没有人提出异议', en: 'Nobody has objected' },
  empty_hint: {
    zh: '书记认为自己的工作实绩档案有误时，可以在“我的工作实绩档案”里提出，由工委核查答复。',
    en: 'Secretaries object to parts of their own archive there; the committee examines and answers.',
  },
  search: { zh: '搜索姓名或内容', en: 'Search names and texts' },
  state: { zh: '状态', en: 'State' },
  name: { zh: '提出人', en: 'Filed by' },
  about: { zh: '所指部分', en: 'About' },
  about_archive: { zh: '工作实绩档案', en: 'Performance archive' },
  about_result: { zh: '述职评议结果', en: 'Result of the duty review' },
  about_result_part: { zh: '述职评议结果：{part}', en: 'Result of the duty review: {part}' },
  text: { zh: '异议内容', en: 'What is said to be wrong' },
  organisation: { zh: '所在组织', en: 'Organisation' },
  filed_on: { zh: '提出时间', en: 'Filed' },
  decided_on: { zh: '结论日期', en: 'Decided on' },
  of: { zh: '{name}的异议', en: 'Objection of {name}' },
  own_archive: { zh: '我的工作实绩档案', en: 'My performance archive' },
  own_results: { zh: '我的述职结果', en: 'My results' },
  facts: { zh: '异议情况', en: 'About the objection' },
  answer: { zh: '答复', en: 'Answer' },
  answer_none: { zh: '还没有答复。', en: 'There is no answer yet.' },
  examine: { zh: '开始核查', en: 'Begin to examine' },
  examine_title: { zh: '开始核查{name}的异议？', en: 'Begin to examine the objection of {name}?' },
  examine_text: { zh: '提出人会看到异议正在核查。', en: 'The person sees that it is being examined.' },
  examine_done: { zh: '已开始核查', en: 'Being examined' },
  uphold: { zh: '认定成立', en: 'Uphold' },
  uphold_title: { zh: '认定{name}的异议成立', en: 'Uphold the objection of {name}' },
  uphold_text: {
    zh: '写明核查情况和如何更正，提出人会看到。档案随业务记录更正而改变，请同时更正相应记录。',
    en: 'Say what was found and how it is put right; the person reads it. The archive follows its records: correct them as well.',
  },
  uphold_done: { zh: '已认定成立', en: 'Upheld' },
  dismiss: { zh: '认定不成立', en: 'Dismiss' },
  dismiss_title: { zh: '认定{name}的异议不成立', en: 'Dismiss the objection of {name}' },
  dismiss_text: {
    zh: '写明核查情况和理由，提出人会看到。',
    en: 'Say what was found and why; the person reads it.',
  },
  dismiss_done: { zh: '已认定不成立', en: 'Dismissed' },
})

export const objectionStatesText = defineText({
  filed: { zh: '待核查', en: 'To be examined' },
  examining: { zh: '核查中', en: 'Being examined' },
  upheld: { zh: '异议成立', en: 'Upheld' },
  dismissed: { zh: '异议不成立', en: 'Dismissed' },
})
