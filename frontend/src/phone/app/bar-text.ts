import { defineText } from '@/shared/i18n/translate'

export const barText = defineText({
  bar: { zh: '主要页面', en: 'Main pages' },
  home: { zh: '今天', en: 'Today' },
  activities: { zh: '活动', en: 'Activities' },
  code: { zh: '我的码', en: 'My code' },
  hours: { zh: '时长', en: 'Hours' },
})
