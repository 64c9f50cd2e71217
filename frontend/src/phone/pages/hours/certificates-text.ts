import { defineText } from '@/shared/i18n/translate'

export const certificatesText = defineText({
  title: { zh: '志愿服务证明', en: 'Service certificates' },
  request: { zh: '申请证明', en: 'Ask for a certificate' },
  request_hint: {
    zh: '申请后在本单位公示 7 天，没有异议后由组织开具。',
    en: 'It stands on notice in your unit for 7 days, then it is issued.',
  },
  from: { zh: '起始日期', en: 'From' },
  until: { zh: '截止日期', en: 'Until' },
  purpose: { zh: '用途（可不填）', en: 'Purpose (optional)' },
  send: { zh: '提交申请', en: 'Send the request' },
  never_mind: { zh: '不申请了', en: 'Never mind' },
  wrong_order: { zh: '截止日期不能早于起始日期。', en: '“Until” must not come before “from”.' },
  sent: { zh: '已提交，开始公示。', en: 'Sent; the notice has begun.' },
  mine: { zh: '我的证明', en: 'Mine' },
  none: { zh: '还没有申请过证明。', en: 'You have not asked for one.' },
  on_notice: { zh: '公示中，至 {date}', en: 'On notice until {date}' },
  to_be_issued: { zh: '公示已结束，等待开具', en: 'The notice is over; to be issued' },
  issued: { zh: '已开具 · 编号 {number}', en: 'Issued · no. {number}' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  minutes: { zh: '签到记录 {recorded}，补录 {late}', en: '{recorded} from check-ins, {late} late entries' },
  stars: { zh: '{count} 星', en: { one: '{count} star', other: '{count} stars' } },
  download: { zh: '下载证明（PDF）', en: 'Download (PDF)' },
  notices: { zh: '本单位正在公示', en: 'On notice in my unit' },
  notices_hint: {
    zh: '对公示内容有异议，请向本组织书记反映。',
    en: 'If something is wrong, tell your organisation’s secretary.',
  },
  notices_none: { zh: '没有正在公示的证明。', en: 'None is on notice.' },
  back: { zh: '返回时长', en: 'Back to hours' },
})
