import { defineText } from '@/shared/i18n/translate'

export const postsText = defineText({
  secretary: { zh: '书记', en: 'Secretary' },
  deputy_secretary: { zh: '副书记', en: 'Deputy secretary' },
  full_time_deputy_secretary: { zh: '专职副书记', en: 'Full-time deputy secretary' },
})
