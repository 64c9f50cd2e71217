import { defineText } from '@/shared/i18n/translate'

export const launchText = defineText({
  just_in: { zh: '您刚刚签到过', en: 'You have only just checked in' },
  just_in_hint: {
    zh: '现在就要签退吗？服务还没有结束的话，请不要签退。',
    en: 'Do you want to check out now? Do not, if your service goes on.',
  },
  stay: { zh: '继续服务', en: 'Go on serving' },
})
