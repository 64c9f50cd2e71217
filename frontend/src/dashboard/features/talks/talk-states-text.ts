import { defineText } from '@/shared/i18n/translate'

export const talkKindsText = defineText({
  appointment: { zh: '任职谈话', en: 'Appointment talk' },
  reminder: { zh: '提醒约谈', en: 'Reminder talk' },
  inquiry: { zh: '函询', en: 'Written inquiry' },
  letter: { zh: '函告', en: 'Official letter' },
})

/** States by what they mean for each kind: a letter is sent where a talk is held. */
export const talkStatesText = defineText({
  scheduled: { zh: '待谈话', en: 'To be held' },
  held: { zh: '待本人确认', en: 'To be acknowledged' },
  acknowledged: { zh: '本人已确认', en: 'Acknowledged' },
  rectifying: { zh: '整改中', en: 'Rectifying' },
  awaiting_verification: { zh: '整改待核实', en: 'To be verified' },
  closed: { zh: '已销号', en: 'Closed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  inquiry_scheduled: { zh: '待发函', en: 'To be sent' },
  inquiry_held: { zh: '待答复', en: 'To be answered' },
  inquiry_acknowledged: { zh: '已答复', en: 'Answered' },
  letter_scheduled: { zh: '待发函', en: 'To be sent' },
  letter_held: { zh: '待确认收悉', en: 'Receipt to be confirmed' },
  letter_acknowledged: { zh: '已确认收悉', en: 'Receipt confirmed' },
})
