import { defineText } from '@/shared/i18n/translate'

export const recordsText = defineText({
  on_this_phone: { zh: '本机记录', en: 'On this phone' },
  none_here: { zh: '最近 7 天没有在本机签到。', en: 'Nothing in the last 7 days.' },
  on_server: { zh: '服务器上的记录', en: 'What the server holds' },
  none_there: { zh: '还没有签到记录。', en: 'There is none yet.' },
  personal_code: { zh: '扫成员的码', en: 'member’s code scanned' },
  list: { zh: '名单点名', en: 'marked on the list' },
  accepted: { zh: '有效', en: 'Counted' },
  needs_review: { zh: '待核实', en: 'To be confirmed' },
  annulled: { zh: '已作废', en: 'Annulled' },
  more: { zh: '查看更早的', en: 'Show earlier ones' },
})
