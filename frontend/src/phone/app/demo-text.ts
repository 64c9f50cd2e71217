import { defineText } from '@/shared/i18n/translate'

export const demoText = defineText({
  title: { zh: '演示账号', en: 'Demonstration accounts' },
  ballots: { zh: '演示投票码', en: 'Ballot codes to try' },
  ballots_hint: {
    zh: '用于今年述职评议的投票，不用登录，每码投一次。',
    en: 'For the vote of this year’s duty review: no sign-in, one ballot a code.',
  },
  hint: { zh: '选择一个角色，直接登录。', en: 'Choose a role to sign in with one tap.' },
})
