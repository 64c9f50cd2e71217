import { defineText } from '@/shared/i18n/translate'

export const enrolUsersText = defineText({
  title: { zh: '按名册开通账号', en: 'Accounts from the rosters' },
  description: {
    zh: '名册上还没有账号的党员和书记，在这里一次开通。账号与本人对应，用户名由姓名拼音生成，临时密码随机生成。开通后没有任何角色，由安全管理员在“按名册授予角色”中授予。',
    en: 'Open accounts at once for members and secretaries on the rosters who have none. Each stands for its person, with a username from the pinyin of the name and a random temporary password. It holds no role: the security administrator grants them under “Roles from the rosters”.',
  },
  lacks: { zh: '账号情况', en: 'Accounts' },
  lack_account: { zh: '还没有账号', en: 'No account yet' },
  lack_sign_in: { zh: '有账号但从未登录', en: 'Never signed in' },
  account_empty: { zh: '名册上的人都有账号了', en: 'Everybody on the rosters has an account' },
  account_empty_hint: {
    zh: '新党员入册、新书记任职后，会出现在这里。',
    en: 'New members and newly appointed secretaries will appear here.',
  },
  sign_in_empty: { zh: '有账号的人都登录过了', en: 'Everybody with an account has signed in' },
  sign_in_empty_hint: {
    zh: '忘记密码的，请在“用户”里找到账号再重置。',
    en: 'If somebody has forgotten a password, find the account under “Users” and reset it.',
  },
  do_account: {
    zh: '为 {count} 人开通账号',
    en: { one: 'Open {count} account', other: 'Open {count} accounts' },
  },
  do_account_title: {
    zh: '为 {count} 人开通账号？',
    en: { one: 'Open {count} account?', other: 'Open {count} accounts?' },
  },
  do_account_text: {
    zh: '临时密码只在办完后显示一次，请当场打印或下载。',
    en: 'The temporary passwords are shown once, when it is done: print or download them then.',
  },
  do_sign_in: {
    zh: '为 {count} 人重新生成临时密码',
    en: { one: 'Make {count} new password', other: 'Make {count} new passwords' },
  },
  do_sign_in_title: {
    zh: '为 {count} 人重新生成临时密码？',
    en: { one: 'Make {count} new temporary password?', other: 'Make {count} new temporary passwords?' },
  },
  do_sign_in_text: {
    zh: '他们原来的临时密码立即失效，已经发出的密码条须收回。新密码只在办完后显示一次，请当场打印或下载。',
    en: 'Their old temporary passwords end at once; take back the slips already handed out. The new ones are shown once, when it is done: print or download them then.',
  },
  done_account: {
    zh: '已为 {count} 人开通账号',
    en: { one: '{count} account opened', other: '{count} accounts opened' },
  },
  done_sign_in: {
    zh: '已为 {count} 人重新生成临时密码',
    en: { one: '{count} new temporary password made', other: '{count} new temporary passwords made' },
  },
  done_text: {
    zh: '临时密码只在这里显示一次，离开后无法再看，请现在打印或下载。万一遗失，从未登录的人可在“有账号但从未登录”中重新生成。',
    en: 'The temporary passwords are shown here only once and cannot be seen again: print or download them now. If they are lost, new ones can be made for those who never signed in, under “Never signed in”.',
  },
  done_roles: {
    zh: '账号还没有角色，请安全管理员在“角色授权 › 按名册授予角色”中授予，之后本人才能办事。',
    en: 'The accounts hold no roles yet: the security administrator grants them under “Role assignments › Roles from the rosters”; until then they can do nothing.',
  },
  print: { zh: '打印密码条', en: 'Print slips' },
  download: { zh: '下载表格', en: 'Download table' },
  file: { zh: '临时密码', en: 'temporary-passwords' },
  slips: { zh: '账号和临时密码', en: 'Accounts and temporary passwords' },
  name: { zh: '姓名', en: 'Name' },
  organisation: { zh: '组织', en: 'Organisation' },
  username: { zh: '用户名', en: 'Username' },
  password: { zh: '临时密码', en: 'Temporary password' },
  group: {
    zh: '{organisation}（{count} 人）',
    en: { one: '{organisation} ({count} person)', other: '{organisation} ({count} people)' },
  },
  phone_address: { zh: '手机', en: 'Phone' },
  address: { zh: '网址', en: 'Address' },
  must_change: { zh: '首次登录须修改密码', en: 'To be changed at the first sign-in' },
  leave_running: {
    zh: '正在办理。离开后就停下，已经生成的临时密码也看不到了，只能重新生成。',
    en: 'This is still running. Leaving stops it, and the temporary passwords made so far cannot be seen any more, only made anew.',
  },
  leave_unsaved: {
    zh: '这些临时密码还没有打印或下载，离开后无法再看，只能重新生成。',
    en: 'These temporary passwords have been neither printed nor downloaded. After leaving they cannot be seen again, only made anew.',
  },
})
