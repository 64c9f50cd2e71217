import { defineText } from '@/shared/i18n/translate'

export const phoneBallotText = defineText({
  title: { zh: '述职评议投票', en: 'Duty review ballot' },
  code: { zh: '投票码', en: 'Ballot code' },
  code_hint: {
    zh: '票上的 12 位字母和数字，不分大小写，不用登录。',
    en: 'The 12 letters and digits on your slip. No sign-in; capitals or not.',
  },
  code_foreign: {
    zh: '投票码里没有“{sign}”。没有 0、1、I、L、O 和标点，请对照票面改正。',
    en: '“{sign}” is in no code: there is no 0, 1, I, L or O and no other sign. Compare it with your slip.',
  },
  code_mistyped: {
    zh: '有一位输错了，请对照票面逐位核对。',
    en: 'One character is wrong. Compare it with your slip.',
  },
  code_unknown: {
    zh: '没有这张票。请核对投票码，或向会议组织者换领新票。',
    en: 'There is no such ballot. Compare the code, or ask those who run the meeting for another.',
  },
  open: { zh: '打开选票', en: 'Open the ballot' },
  another_code: { zh: '换一张票', en: 'Use another ballot' },
  another_sure: {
    zh: '换一张票？这张票上填的内容会从本机删除，票仍然有效。',
    en: 'Use another ballot? What was filled in on this one is deleted from this device; the ballot stays valid.',
  },
  keep: { zh: '继续填这张', en: 'Go on with this one' },
  home: { zh: '返回首页', en: 'Back to home' },
  facts: {
    zh: '请评 {people} 位书记，每位 {count} 项。',
    en: {
      one: '{people} secretaries, {count} question on each.',
      other: '{people} secretaries, {count} questions on each.',
    },
  },
  start: { zh: '开始评议', en: 'Begin' },
  go_on: { zh: '继续评议', en: 'Go on' },
  place: { zh: '{at} / {all}', en: '{at} / {all}' },
  place_said: { zh: '第 {at} 位，共 {all} 位', en: 'Number {at} of {all}' },
  before: { zh: '上一位', en: 'Back' },
  next: { zh: '下一位', en: 'Next' },
  skip: { zh: '先跳过', en: 'Skip for now' },
  to_review: { zh: '评完了，去核对', en: 'Done, look it over' },
  review: { zh: '核对', en: 'Look it over' },
  review_text: { zh: '点一位可以修改。', en: 'Tap a name to change it.' },
  review_left: { zh: '去评没评完的 {count} 位', en: 'Finish the {count} left' },
  answers: { zh: '{criterion} {label}', en: '{criterion}: {label}' },
  sealed_note: { zh: '选票已封好，内容不能再改。', en: 'The ballot is sealed and cannot be changed.' },
})
