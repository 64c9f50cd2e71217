import { defineText } from '@/shared/i18n/translate'

export const signUpsText = defineText({
  list: { zh: '报名名单', en: 'Sign-ups' },
  empty: { zh: '还没有人报名', en: 'Nobody has signed up yet' },
  empty_hint: {
    zh: '党员在手机上报名；也可以在这里代为报名。',
    en: 'Members sign up on their phones; others can be signed up here.',
  },
  search: { zh: '搜索姓名', en: 'Search names' },
  shift: { zh: '班次', en: 'Shift' },
  state: { zh: '状态', en: 'State' },
  name: { zh: '姓名', en: 'Name' },
  organisation: { zh: '所在组织', en: 'Organisation' },
  post: { zh: '岗位', en: 'Post' },
  time: { zh: '班次时间', en: 'Time' },
  signed_up_at: { zh: '报名时间', en: 'Signed up' },
  waiting_place: { zh: '候补第 {place} 位', en: 'Waiting, number {place}' },
  promoted: { zh: '{at} 递补', en: 'Promoted {at}' },
  acts: { zh: '操作', en: 'Actions' },
  promote: { zh: '递补', en: 'Promote' },
  promote_title: { zh: '让{name}递补？', en: 'Promote {name}?' },
  promote_text: {
    zh: '名额未满才能递补，本人会收到通知。',
    en: 'Possible while there is a place; the person is told.',
  },
  cancel: { zh: '取消报名', en: 'Cancel' },
  cancel_title: { zh: '取消{name}的报名？', en: 'Cancel the sign-up of {name}?' },
  cancel_text: { zh: '空出的名额由候补第一位递补。', en: 'The place goes to the first on the waiting list.' },
  add: { zh: '代为报名', en: 'Sign somebody up' },
  person: { zh: '报名人', en: 'Person' },
  added: { zh: '已报名', en: 'Signed up' },
  added_waiting: { zh: '名额已满，已列为候补', en: 'No place left: on the waiting list' },
})
