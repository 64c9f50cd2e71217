import { defineText } from '@/shared/i18n/translate'

/** What opening accounts and granting roles from the rosters have in common. */
export const enrolmentText = defineText({
  list: { zh: '名册上的人', en: 'People on the rosters' },
  search: { zh: '搜索姓名或拼音', en: 'Search name or pinyin' },
  name: { zh: '姓名', en: 'Name' },
  organisation: { zh: '所在组织', en: 'Organisation' },
  organisation_below: { zh: '组织（含下级）', en: 'Organisation and below' },
  who: { zh: '全部人员', en: 'Everybody' },
  secretaries: { zh: '只看书记', en: 'Secretaries only' },
  secretary: { zh: '书记', en: 'Secretary' },
  username: { zh: '用户名', en: 'Username' },
  roles_due: { zh: '应授予的角色', en: 'Roles due' },
  choose_none: { zh: '取消勾选', en: 'Clear selection' },
  concerns_all: {
    zh: '没有勾选任何人，将办理符合当前筛选条件的全部 {count} 人。',
    en: {
      one: 'Nobody is ticked: this concerns the {count} person who matches the filters.',
      other: 'Nobody is ticked: this concerns all {count} people who match the filters.',
    },
  },
  concerns: { zh: '勾选的是：{names}。', en: 'Ticked: {names}.' },
  concerns_more: {
    zh: '勾选的是：{names} 等 {count} 人。',
    en: 'Ticked: {names} and others, {count} people in all.',
  },
  progress: { zh: '办理进度', en: 'Progress' },
  done_of: { zh: '已办理 {done} / {total}', en: '{done} of {total} done' },
  keep_open: { zh: '办理中请不要关闭页面。', en: 'Keep this page open until it is done.' },
  stop: { zh: '停止办理', en: 'Stop' },
  stopping: { zh: '办完手头这一项就停', en: 'Stops after the one in hand' },
  stopped: {
    zh: '已停下，还有 {count} 项没有办理。没有办理的仍在名单里，可以随时接着办。',
    en: {
      one: 'Stopped: {count} was not reached. It is still on the list, to be done at any time.',
      other: 'Stopped: {count} were not reached. They are still on the list, to be done at any time.',
    },
  },
  failures: { zh: '没有办成的（{count}）', en: { one: 'Not done ({count})', other: 'Not done ({count})' } },
  failures_hint: {
    zh: '其他人不受影响。按下面的说明处理后，可以再办。',
    en: 'The others are not affected. Deal with the cause below, then try again.',
  },
  failure_of: { zh: '{name}：{why}', en: '{name}: {why}' },
  person_at: { zh: '{name}（{organisation}）', en: '{name} ({organisation})' },
  back_to_list: { zh: '返回名单', en: 'Back to the list' },
  leave_title: { zh: '现在离开？', en: 'Leave now?' },
  leave: { zh: '仍然离开', en: 'Leave' },
  stay: { zh: '留在这里', en: 'Stay' },
})
