import { defineText } from '@/shared/i18n/translate'

export const teamsText = defineText({
  title: { zh: '志愿队伍', en: 'Volunteer teams' },
  mine: { zh: '我的队伍', en: 'My teams' },
  mine_none: { zh: '还没有加入队伍。', en: 'You belong to none yet.' },
  joinable: { zh: '可以加入的', en: 'Open to me' },
  joinable_none: { zh: '没有其他可以加入的队伍。', en: 'There is no other team to join.' },
  members: { zh: '{count} 人', en: { one: '{count} member', other: '{count} members' } },
  leaders: { zh: '队长 {names}', en: 'Led by {names}' },
  join: { zh: '加入', en: 'Join' },
  join_named: { zh: '加入{name}', en: 'Join {name}' },
  leave: { zh: '退出', en: 'Leave' },
  leave_named: { zh: '退出{name}', en: 'Leave {name}' },
  leave_ask: { zh: '确定退出“{name}”吗？', en: 'Leave “{name}”?' },
  leave_yes: { zh: '确定退出', en: 'Yes, leave' },
  leave_no: { zh: '不退出', en: 'Stay' },
  joined: { zh: '已加入“{name}”。', en: 'You have joined “{name}”.' },
  left: { zh: '已退出“{name}”。', en: 'You have left “{name}”.' },
})
