import { defineText } from '@/shared/i18n/translate'

export const myBallotsText = defineText({
  title: { zh: '待我评议', en: 'My ballots' },
  empty: { zh: '没有待投的选票', en: 'No ballot waits for you' },
  empty_hint: {
    zh: '需要您评议时，会列在这里和首页。有纸质投票码的，用手机扫码即可，不用登录。',
    en: 'Ballots for you are listed here and on the home page. With a printed code you vote on the phone, without signing in.',
  },
  open: { zh: '去投票', en: 'Vote' },
  open_of: { zh: '去投票：{title}', en: 'Vote: {title}' },
  waiting: { zh: '评议还没有开始', en: 'The appraisal has not begun' },
  rated: { zh: '已评 {done} / {all} 人', en: '{done} of {all} rated' },
  left: { zh: '还有 {count} 人没有评完', en: { one: '{count} left', other: '{count} left' } },
  go_left: { zh: '去下一位没评完的', en: 'To the next one' },
  sheet: { zh: '评分表', en: 'Scoring sheet' },
  send_title: { zh: '投出选票？', en: 'Cast the ballot?' },
  sum: {
    zh: '共评 {all} 人，其中弃权 {abstained} 人。',
    en: '{all} people, {abstained} of them abstained on.',
  },
  kept: {
    zh: '随填随存在本机，投出前别人看不到，退出登录即删除。',
    en: 'What you fill in is kept in this browser alone until you cast it, and deleted when you sign out.',
  },
  back: { zh: '返回待我评议', en: 'Back to my ballots' },
})
