import { defineText } from '../i18n/translate'

/** Words of a ballot, on the phone and on the desk. */
export const ballotText = defineText({
  dont_know: { zh: '不了解', en: 'Don’t know' },
  abstain: { zh: '弃权', en: 'Abstain' },
  abstained: { zh: '已弃权', en: 'Abstained' },
  abstain_of: { zh: '对{name}弃权', en: 'Abstain on {name}' },
  answer: { zh: '改为打分', en: 'Rate after all' },
  same_for_all: { zh: '各项都评为', en: 'The same for all' },
  number_of: { zh: '0 至 {max} 分', en: '0 to {max}' },
  out_of_range: { zh: '须在 0 至 {max} 之间', en: 'Between 0 and {max}' },
  all_unknown: {
    zh: '各项都不了解的，请选“弃权”。',
    en: 'If you know none of these, choose “Abstain”.',
  },
  alike: { zh: '各项：{label}', en: 'All: {label}' },
  left_of: { zh: '还差 {count} 项', en: { one: '{count} answer left', other: '{count} answers left' } },
  not_rated: { zh: '还没有评', en: 'Not rated yet' },
  secret_title: { zh: '为什么是不记名的', en: 'Why your vote is secret' },
  secret_short: {
    zh: '不记名投票：票上没有姓名，组织者查不到谁投了什么。',
    en: 'The vote is secret: no name is on it, and those who run the review cannot see who voted how.',
  },
  secret_apart: {
    zh: '系统只记下这张票哪一天用过。您的选择加密后放在另一处，数据库里没有能把两处对上的内容。',
    en: 'Only the day on which this ballot was used is noted. What you chose is sealed and kept elsewhere, and nothing in the database joins the two.',
  },
  secret_shuffled: {
    zh: '计算结果时，所有选票一次打乱后再打开；每张票都没有时间、顺序和操作记录。',
    en: 'All ballots are shuffled and opened at once. None has a time, an order or an entry in the log.',
  },
  secret_limit: {
    zh: '在打开选票之前，只有同时拿到数据库和密钥的人才可能对上，所以密钥须单独保管；打开之后，对照不复存在。',
    en: 'Until the ballots are opened, only somebody with both the database and its key could join them, which is why the key is kept apart; afterwards nothing is left to join.',
  },
  secret_small: {
    zh: '不足 5 人投票的，该项得分不公布。',
    en: 'Scores from fewer than five votes are not shown.',
  },
  secret_account: {
    zh: '用账号投票也一样：系统知道您投过，不知道您投了什么。',
    en: 'The same holds when you vote by account: it is known that you voted, not how.',
  },
  send: { zh: '投出选票，不能再改', en: 'Cast the ballot for good' },
  send_hint: {
    zh: '投出后不能查看，也不能修改。只计一次，网络不好时会自动重送，不会重复计票。',
    en: 'It cannot be seen or changed afterwards. It counts once; a bad network costs or doubles nothing.',
  },
  sending: { zh: '正在投出…', en: 'Casting…' },
  cast: { zh: '选票已投出', en: 'Your ballot is cast' },
  cast_hint: {
    zh: '已计入，只计一次。您填的内容已从本机删除。',
    en: 'It counts, once. What you filled in is deleted from this device.',
  },
  not_sent: { zh: '还没有送达', en: 'Not delivered yet' },
  not_sent_hint: {
    zh: '没有连上服务器。选票已封好并保存在本机，没有丢失，连上后自动投出，不会重复计票。',
    en: 'The server could not be reached. Your ballot is sealed and kept on this device; it is cast by itself once there is a network, and counts once.',
  },
  send_again: { zh: '现在再投', en: 'Try again now' },
  report: { zh: '述职报告开头', en: 'How the report begins' },
  used: { zh: '这张票已经投过', en: 'This ballot was cast already' },
  used_hint: {
    zh: '已计入，只计一次，不能再改。您不需要再做什么。',
    en: 'It counts once and cannot be changed. There is nothing more to do.',
  },
  waiting: { zh: '还没有开始评议', en: 'The appraisal has not begun' },
  waiting_hint: {
    zh: '请等组织者宣布开始后再投。这张票仍然有效，开始后本页自动打开选票。',
    en: 'Vote when it is announced. Your ballot stays valid and opens here by itself.',
  },
  closed: { zh: '投票已经结束', en: 'The voting is closed' },
  closed_hint: {
    zh: '这张票没有投出。如有疑问，请联系会议组织者。',
    en: 'This ballot was not cast. Ask those who run the meeting.',
  },
  voided: { zh: '这张票已作废', en: 'This ballot is void' },
  voided_hint: {
    zh: '如应参加投票，请向会议组织者换领新票。',
    en: 'Ask those who run the meeting for another if you are to vote.',
  },
})
