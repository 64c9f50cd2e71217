import { defineText } from '@/shared/i18n/translate'

export const phoneText = defineText({
  product: { zh: '工委', en: 'Gongwei' },
  language_other: { zh: 'English', en: '中文' },
  loading: { zh: '正在加载…', en: 'Loading…' },
  retry: { zh: '重试', en: 'Try again' },
  sign_in: { zh: '登录', en: 'Sign in' },
  username: { zh: '用户名', en: 'Username' },
  password: { zh: '密码', en: 'Password' },
  otp: { zh: '6 位动态验证码', en: '6-digit one-time code' },
  otp_hint: { zh: '打开身份验证器应用查看验证码。', en: 'You find it in your authenticator app.' },
  otp_submit: { zh: '验证并登录', en: 'Verify and sign in' },
  other_account: { zh: '换一个账号', en: 'Use another account' },
  locked: {
    zh: '尝试次数过多，请在 {time} 后再试。',
    en: 'Too many attempts. Wait {time} before trying again.',
  },
  locked_unknown: { zh: '尝试次数过多，请稍后再试。', en: 'Too many attempts. Try again later.' },
  network: {
    zh: '没有连上服务器，请检查网络后重试。',
    en: 'The server could not be reached. Check the network and try again.',
  },
  failed: { zh: '没有完成，请重试。', en: 'This did not work. Try again.' },
  role: { zh: '当前角色', en: 'Role' },
  no_role: {
    zh: '您的账号还没有角色，请联系安全管理员。',
    en: 'Your account has no role yet. Ask the security administrator for one.',
  },
  choose_role: { zh: '请选择这次使用的角色', en: 'Choose the role to use now' },
  setup_required: {
    zh: '您的角色需要先设置动态验证码。',
    en: 'Your role needs one-time codes to be set up first.',
  },
  setup_link: { zh: '去设置', en: 'Set them up' },
  password_required: {
    zh: '您用的是管理员给的临时密码，请先换成自己的密码。',
    en: 'Your password was handed to you by an administrator. Set your own first.',
  },
  password_link: { zh: '去修改', en: 'Change it' },
  tasks: { zh: '我的任务', en: 'My tasks' },
  tasks_empty: { zh: '没有待办任务。', en: 'Nothing is due.' },
  due: { zh: '{date} 前完成', en: 'Due {date}' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  more: { zh: '显示更多', en: 'Show more' },
  update_waiting: { zh: '有新版本。', en: 'A new version is ready.' },
  update_take: { zh: '更新', en: 'Update' },
  sign_out: { zh: '退出登录', en: 'Sign out' },
})
