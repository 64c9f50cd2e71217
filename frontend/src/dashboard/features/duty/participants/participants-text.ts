import { defineText } from '@/shared/i18n/translate'

export const participantsText = defineText({
  list: { zh: '述职名单', en: 'Participants' },
  search: { zh: '姓名或组织', en: 'Name or organisation' },
  only_exceptions: { zh: '只看有调整的', en: 'Exceptions only' },
  show: { zh: '显示', en: 'Show' },
  sum: { zh: '参加 {count} 人，不参加 {left} 人', en: '{count} take part, {left} left out' },
  order_hint: {
    zh: '名单顺序就是述职会的顺序：拖动，或改序号、用上下箭头。',
    en: 'This is the order of the meeting: drag a row, type its number, or use the arrows.',
  },
  order_saved: { zh: '顺序已保存', en: 'The order is saved' },
  order_failed: { zh: '顺序没有保存，已恢复原来的顺序', en: 'The order was not saved and is as before' },
  refresh: { zh: '按名单日期更新', en: 'Take anew from the tree' },
  refresh_title: { zh: '按 {date} 在任书记更新名单？', en: 'Take the list anew as of {date}?' },
  refresh_text: {
    zh: '新任的加进来，已不在任的去掉；写明原因的调整和现有顺序保留。',
    en: 'Those who hold office are added, those who do not are removed; exceptions and the order stay.',
  },
  refreshed: {
    zh: '新增 {added} 人，去掉 {removed} 人，换人 {replaced} 人',
    en: '{added} added, {removed} removed, {replaced} replaced',
  },
  refreshed_same: { zh: '名单没有变化', en: 'Nothing has changed' },
  add: { zh: '添加党组织', en: 'Add an organisation' },
  add_text: {
    zh: '名单之外的下级党组织，由它的书记参加述职。',
    en: 'An organisation below that the tree does not give: its secretary takes part.',
  },
  organisation: { zh: '党组织', en: 'Organisation' },
  added: { zh: '{name}已加入名单', en: '{name} is on the list' },
  leave_out: { zh: '不参加', en: 'Leave out' },
  leave_out_title: { zh: '{name}不参加本轮述职？', en: 'Leave {name} out?' },
  leave_out_text: {
    zh: '名单上保留并写明原因，之后可以恢复。',
    en: 'The name stays on the list with the reason, and can be included again.',
  },
  left_out_done: { zh: '已标为不参加', en: 'Left out' },
  include: { zh: '恢复参加', en: 'Include again' },
  include_title: { zh: '{name}恢复参加？', en: 'Include {name} again?' },
  include_text: {
    zh: '如果组织树上本来就有，不用写原因；另行列入的要写。',
    en: 'No reason is needed where the tree gives the name; one is, where it does not.',
  },
  included_done: { zh: '已恢复参加', en: 'Included again' },
  is_left_out: { zh: '不参加', en: 'Left out' },
  not_in_office: { zh: '名单日期不在任', en: 'Not in office on the day' },
  reason_of: { zh: '原因：{reason}', en: 'Reason: {reason}' },
  position_of: { zh: '{name}的序号', en: 'Place of {name}' },
  up: { zh: '{name}上移一位', en: 'Move {name} up' },
  down: { zh: '{name}下移一位', en: 'Move {name} down' },
  empty: { zh: '名单是空的', en: 'The list is empty' },
  empty_hint: {
    zh: '这一天下级没有在任的书记。换一个名单日期，或逐个添加党组织。',
    en: 'No secretary below held office on that day. Change the day, or add organisations one by one.',
  },
  closed: { zh: '评议已开始，名单不能再增减。', en: 'The appraisal has begun: the list stays as it is.' },
})
