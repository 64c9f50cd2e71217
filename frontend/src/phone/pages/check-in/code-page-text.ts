import { defineText } from '@/shared/i18n/translate'

export const codePageText = defineText({
  title: { zh: '我的码', en: 'My code' },
  show: { zh: '请带队人扫描，没有网络也可以使用', en: 'Have the leader scan it; it works without a network' },
  label: { zh: '{name}的个人码', en: 'Personal code of {name}' },
  renew: { zh: '换一个码', en: 'Get a new code' },
  renew_hint: {
    zh: '把码发给过别人时使用。换新后旧码立即失效。',
    en: 'For when you have given it away. The old one stops working at once.',
  },
  renew_ask: { zh: '确定要作废现在的码吗？', en: 'Shall the present code stop working?' },
  renew_yes: { zh: '作废并换新', en: 'Replace it' },
  renew_no: { zh: '不换', en: 'Keep it' },
  renewed: { zh: '已换成新码。', en: 'This is your new code.' },
})
