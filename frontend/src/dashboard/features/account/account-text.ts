import { defineText } from '@/shared/i18n/translate'

export const accountText = defineText({
  title: { zh: '我的账号', en: 'My account' },
  facts: { zh: '账号情况', en: 'About the account' },
  username: { zh: '用户名', en: 'Username' },
  display_name: { zh: '姓名', en: 'Name' },
  roles: { zh: '我的角色', en: 'My roles' },
  roles_hint: {
    zh: '在右上角的账号菜单里切换。角色由安全管理员授予。',
    en: 'Switch in the account menu at the top right. The security administrator grants them.',
  },
  current: { zh: '当前', en: 'now' },
  password: { zh: '修改密码', en: 'Change password' },
  otp: { zh: '两步验证', en: 'Two-factor sign-in' },
  otp_on: { zh: '已启用', en: 'On' },
  otp_on_hint: {
    zh: '登录时需要验证器应用中的 6 位验证码。更换手机时，请系统管理员重置后再设置。',
    en: 'Signing in needs the 6-digit code of your authenticator app. When you change your phone, ask the system administrator to reset it.',
  },
  otp_off: { zh: '未启用', en: 'Off' },
  otp_off_hint: {
    zh: '启用后，别人知道您的密码也无法登录。',
    en: 'Once it is on, nobody can sign in with your password alone.',
  },
  otp_start: { zh: '设置两步验证', en: 'Set up two-factor sign-in' },
  otp_done: { zh: '两步验证已启用', en: 'Two-factor sign-in is on' },
})
