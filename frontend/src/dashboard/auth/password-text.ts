import { defineText } from '@/shared/i18n/translate'

export const passwordText = defineText({
  title: { zh: '设置新密码', en: 'Set a new password' },
  must_change: {
    zh: '现在的密码是管理员给您的临时密码。请先换成只有您知道的密码，再继续。',
    en: 'Your present password was handed to you by an administrator. Set one that only you know before going on.',
  },
  current: { zh: '现在的密码', en: 'Present password' },
  fresh: { zh: '新密码', en: 'New password' },
  fresh_hint: {
    zh: '至少 8 个字符，不含用户名，不用常见密码。一句容易记住的话比一串符号更好。',
    en: 'At least 8 characters, without your username, and none that is common. A phrase you remember is better than a row of signs.',
  },
  again: { zh: '再输一次新密码', en: 'New password once more' },
  missing: { zh: '请填写密码', en: 'Enter the password' },
  too_short: { zh: '至少 8 个字符', en: 'At least 8 characters' },
  different: { zh: '两次输入的新密码不一样', en: 'The two new passwords differ' },
  change: { zh: '修改密码', en: 'Change password' },
  changed: {
    zh: '密码已修改，其他设备上的登录已全部退出',
    en: 'Password changed; every other device was signed out',
  },
})
