import { defineText } from '@/shared/i18n/translate'

/** What each action is called, asks, does and leaves. */
export const nominationActionsText = defineText({
  submit: { zh: '上报', en: 'Submit' },
  submit_title: { zh: '上报{name}的提名？', en: 'Submit the nomination of {name}?' },
  submit_text: {
    zh: '上报后由{committee}考察，批准前可以撤回。',
    en: '{committee} then inspects the nominee. It can be withdrawn until it is decided.',
  },
  submit_done: { zh: '已上报', en: 'Submitted' },
  start_inspection: { zh: '开始考察', en: 'Start the inspection' },
  start_inspection_title: { zh: '开始考察{name}？', en: 'Start the inspection of {name}?' },
  start_inspection_text: {
    zh: '建立考察工作台，随后填写考察组和谈话安排。',
    en: 'This opens the inspection; team and interviews are entered there.',
  },
  start_inspection_done: { zh: '考察已建立', en: 'The inspection is open' },
  conclude: { zh: '考察结束', en: 'Close the inspection' },
  conclude_title: { zh: '{name}的考察已结束？', en: 'Is the inspection of {name} finished?' },
  conclude_text: {
    zh: '结论作出后，转本部门党组研究。',
    en: 'With its finding the nomination goes to the department’s leading group.',
  },
  conclude_done: { zh: '已转党组研究', en: 'Handed to the leading group' },
  endorse: { zh: '党组同意', en: 'Endorse' },
  endorse_title: { zh: '党组同意{name}为人选？', en: 'Does the leading group endorse {name}?' },
  endorse_text: {
    zh: '表示党组已集体研究同意，报{committee}批准。',
    en: 'You say that the leading group has agreed; it goes to {committee} for approval.',
  },
  endorse_on: { zh: '党组研究日期', en: 'Day of the meeting' },
  endorse_done: { zh: '已报工委批准', en: 'Handed on for approval' },
  approve: { zh: '批准', en: 'Approve' },
  approve_title: { zh: '批准{name}任职？', en: 'Approve {name}?' },
  approve_text: {
    zh: '以{committee}名义批复。批准后办理任职。',
    en: 'In the name of {committee}. The appointment follows.',
  },
  approve_done: { zh: '已批准', en: 'Approved' },
  appoint: { zh: '办理任职', en: 'Appoint' },
  appoint_title: { zh: '任命{name}', en: 'Appoint {name}' },
  appoint_text: {
    zh: '从任职之日起列入在任书记，并自动安排 30 天内的任职谈话。',
    en: 'From that day the nominee is in office, and an appointment talk within 30 days is scheduled by itself.',
  },
  appoint_on: { zh: '任职日期', en: 'Takes office on' },
  appoint_done: { zh: '已任职，任职谈话已安排', en: 'Appointed; the talk is scheduled' },
  return: { zh: '退回修改', en: 'Return' },
  return_title: { zh: '退回{name}的提名？', en: 'Return the nomination of {name}?' },
  return_text: {
    zh: '写明要补充或修改什么，修改后可以再次上报。',
    en: 'Say what to add or change; it can be submitted again.',
  },
  return_done: { zh: '已退回', en: 'Returned' },
  reject: { zh: '不予批准', en: 'Reject' },
  reject_title: { zh: '不批准{name}任职？', en: 'Reject {name}?' },
  reject_text: { zh: '这是最终决定，可以另行提名。', en: 'This is final; another nomination can be made.' },
  reject_done: { zh: '未批准', en: 'Rejected' },
  withdraw: { zh: '撤回提名', en: 'Withdraw' },
  withdraw_title: { zh: '撤回{name}的提名？', en: 'Withdraw the nomination of {name}?' },
  withdraw_text: { zh: '撤回后不再办理，记录保留。', en: 'It goes no further; its record stays.' },
  withdraw_done: { zh: '已撤回', en: 'Withdrawn' },
})

export const nominationStepsText = defineText({
  progress: { zh: '办理进度', en: 'Progress' },
  step_prepare: { zh: '提名', en: 'Nomination' },
  step_submit: { zh: '上报', en: 'Submission' },
  step_inspect: { zh: '考察', en: 'Inspection' },
  step_endorse: { zh: '党组研究', en: 'Endorsement' },
  step_approve: { zh: '工委批准', en: 'Approval' },
  step_appoint: { zh: '任职', en: 'Appointment' },
})
