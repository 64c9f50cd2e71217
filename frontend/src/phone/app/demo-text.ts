import { defineText } from '@/shared/i18n/translate'

export const demoText = defineText({
  title: { zh: '演示账号', en: 'Demonstration accounts' },
  hint: { zh: '选择一个角色，直接登录。', en: 'Choose a role to sign in with one tap.' },
})
