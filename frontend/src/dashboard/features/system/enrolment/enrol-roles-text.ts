import { defineText } from '@/shared/i18n/translate'

export const enrolRolesText = defineText({
  title: { zh: '按名册授予角色', en: 'Roles from the rosters' },
  description: {
    zh: '名册上的党员应有所在支部的党员角色，在任书记应有任职组织的书记角色。这里列出已有账号而还没有这些角色的人。',
    en: 'A member on the roster is due the role of a member in the branch, a secretary in office that of the secretary where the office is held. Listed are those with an account who do not hold these roles yet.',
  },
  empty: { zh: '名册上的人都有应有的角色了', en: 'Everybody on the rosters holds the roles that are due' },
  empty_hint: {
    zh: '没有账号的人不在这里，须先由系统管理员按名册开通账号。',
    en: 'Those without an account are not listed: the system administrator opens accounts first.',
  },
  grant: {
    zh: '授予 {count} 人的角色',
    en: { one: 'Grant the roles of {count} person', other: 'Grant the roles of {count} people' },
  },
  grant_title: {
    zh: '授予 {count} 人的角色？',
    en: { one: 'Grant the roles of {count} person?', other: 'Grant the roles of {count} people?' },
  },
  grant_text: {
    zh: '授予名单上“应授予的角色”一栏列出的角色，本人下次操作即生效。',
    en: 'Grants what the list shows as due. A role counts from the holder’s next step on.',
  },
  granted: {
    zh: '已授予 {count} 个角色',
    en: { one: '{count} role granted', other: '{count} roles granted' },
  },
  role_at: { zh: '{role}：{organisation}', en: '{role}: {organisation}' },
  role_of: { zh: '{name}（{role}：{organisation}）', en: '{name} ({role}: {organisation})' },
  leave_running: {
    zh: '正在授予。离开后就停下，已经授予的不会撤销。',
    en: 'This is still running. Leaving stops it; the roles granted so far stay.',
  },
})
