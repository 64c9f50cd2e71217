import { defineText } from '@/shared/i18n/translate'

export const authText = defineText({
  sign_in: { zh: '登录', en: 'Sign in' },
  username: { zh: '用户名', en: 'Username' },
  password: { zh: '密码', en: 'Password' },
  username_missing: { zh: '请输入用户名', en: 'Enter your username' },
  password_missing: { zh: '请输入密码', en: 'Enter your password' },
  otp: { zh: '动态验证码', en: 'One-time code' },
  otp_hint: {
    zh: '打开身份验证器应用，输入 6 位验证码。',
    en: 'Open your authenticator app and enter the 6-digit code.',
  },
  otp_missing: { zh: '请输入 6 位验证码', en: 'Enter the 6-digit code' },
  otp_submit: { zh: '验证并登录', en: 'Verify and sign in' },
  other_account: { zh: '换一个账号', en: 'Use another account' },
  locked: { zh: '尝试次数过多', en: 'Too many attempts' },
  locked_wait: {
    zh: '为保护账号，请在 {time} 后再试。也可以联系系统管理员解锁。',
    en: 'To protect the account, wait {time} before trying again, or ask the system administrator to unlock it.',
  },
  locked_unknown: {
    zh: '为保护账号，请稍后再试。也可以联系系统管理员解锁。',
    en: 'To protect the account, try again later, or ask the system administrator to unlock it.',
  },
  intro: { zh: '机关党建工作平台', en: 'The workplace of the working committee' },
  demo_title: { zh: '演示账号', en: 'Demonstration accounts' },
  demo_hint: { zh: '选择一个角色，直接登录。', en: 'Choose a role to sign in with one click.' },
  demo_ballots: { zh: '演示投票码', en: 'Ballot codes to try' },
  demo_ballots_hint: {
    zh: '用于今年述职评议的投票，不用登录，每码投一次。',
    en: 'For the vote of this year’s duty review: no sign-in, one ballot a code.',
  },
  expired_title: { zh: '登录已过期', en: 'You have been signed out' },
  expired_hint: {
    zh: '请重新登录，然后从刚才的地方继续；页面上已填写的内容还在。',
    en: 'Sign in to go on where you were. What you have typed on the page is still there.',
  },
  choose_role: { zh: '选择角色', en: 'Choose a role' },
  choose_role_hint: {
    zh: '您有多个角色。选择这次以哪个角色工作，之后可在右上角切换。',
    en: 'You hold several roles. Choose the one to work in; you can switch at the top right later.',
  },
  no_role: {
    zh: '您的账号还没有角色，请联系安全管理员。',
    en: 'Your account has no role yet. Ask the security administrator for one.',
  },
  sign_out: { zh: '退出登录', en: 'Sign out' },
  sign_out_failed: {
    zh: '没有连上服务器，您仍处于登录状态。请重试。',
    en: 'The server could not be reached; you are still signed in. Try again.',
  },
  setup_title: { zh: '设置动态验证码', en: 'Set up one-time codes' },
  setup_why: {
    zh: '您的角色要求登录时除密码外再输入一次性验证码。设置一次即可。',
    en: 'Your role signs in with a one-time code beside the password. You set this up once.',
  },
  setup_free: {
    zh: '登录时除密码外再输入一次性验证码，别人知道密码也进不来。',
    en: 'Sign in with a one-time code beside the password: knowing the password is then not enough.',
  },
  setup_step_add: {
    zh: '用手机的身份验证器应用扫描二维码；扫不了时，选择“手动输入密钥”。',
    en: 'Scan the code with the authenticator app on your phone, or choose to enter the key by hand.',
  },
  setup_step_confirm: {
    zh: '输入应用显示的 6 位验证码，确认已设置好。',
    en: 'Enter the 6-digit code that the app shows, to confirm that it works.',
  },
  setup_open: { zh: '在本机的验证器应用中打开', en: 'Open in the authenticator app on this device' },
  setup_secret: { zh: '密钥', en: 'Key' },
  setup_confirm: { zh: '完成设置', en: 'Finish' },
  setup_start: { zh: '生成密钥', en: 'Make a key' },
})
