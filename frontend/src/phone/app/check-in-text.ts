import { defineText } from '@/shared/i18n/translate'

/** Texts of checking in, of the records on their way, and of what became of them. */
export const checkInText = defineText({
  entry: { zh: '签到', en: 'Check in' },
  exit: { zh: '签退', en: 'Check out' },
  entry_again: { zh: '再次签到', en: 'Check in again' },
  today: { zh: '今天的活动', en: 'Today' },
  today_none: { zh: '今天没有您报名的活动。', en: 'You have signed up for nothing today.' },
  today_look: { zh: '查看活动', en: 'See the activities' },
  today_scan: { zh: '扫码签到', en: 'Scan a code' },
  today_other: { zh: '今天还有', en: 'Also today' },
  today_in_since: { zh: '{time} 已签到', en: 'Checked in at {time}' },
  today_done: { zh: '已完成 {duration}', en: 'Done: {duration}' },
  today_to_enter: { zh: '待签到', en: 'To check in' },
  today_inside: { zh: '已签到', en: 'Checked in' },
  today_led: { zh: '我带队的活动', en: 'Activities that I lead' },
  records: { zh: '我的签到记录', en: 'My check-ins' },
  queue_saved: {
    zh: '已在本机保存，联网后自动上传',
    en: 'Saved on this phone; it will upload by itself when online',
  },
  queue_pending: {
    zh: '{count} 条记录待上传',
    en: { one: '{count} record waiting to upload', other: '{count} records waiting to upload' },
  },
  queue_keep_open: {
    zh: '请保持此页面打开，直到上传完成',
    en: 'Keep this page open until the upload is done',
  },
  queue_sign_in_again: {
    zh: '登录已过期。记录已保存，重新登录后继续上传',
    en: 'Signed out. Your records are kept and upload after you sign in',
  },
  queue_old: {
    zh: '有记录超过 24 小时没有上传，请尽快联网打开本页',
    en: 'A record has waited for more than 24 hours. Open this page online soon',
  },
  queue_now: { zh: '立即上传', en: 'Upload now' },
  outcome_entry: { zh: '签到成功', en: 'Checked in' },
  outcome_exit: { zh: '签退成功', en: 'Checked out' },
  outcome_duplicate_entry: {
    zh: '您已签到，本次不重复计入',
    en: 'You are already checked in; not counted twice',
  },
  outcome_duplicate_exit: {
    zh: '您已签退，本次不重复计入',
    en: 'You are already checked out; not counted twice',
  },
  outcome_needs_review: {
    zh: '已提交，等待带队人核实',
    en: 'Sent; waiting for the leader to confirm',
  },
  outcome_refused: { zh: '没有计入', en: 'Not counted' },
  outcome_sending: { zh: '正在上传…', en: 'Uploading…' },
  reason_code_expired: {
    zh: '二维码已更新，请重新扫描屏幕上的二维码',
    en: 'The code has changed; scan the screen again',
  },
  reason_code_unknown: {
    zh: '这不是本次活动的签到码',
    en: 'This is not a code of this activity',
  },
  reason_not_signed_up: {
    zh: '您未报名本次活动，请联系带队人',
    en: 'You have not signed up for this; please ask the leader',
  },
  reason_not_open_yet: {
    zh: '还没有到签到时间，请稍后再来',
    en: 'Check-in has not opened yet; come back a little later',
  },
  reason_closed: { zh: '本次活动签到已结束', en: 'Check-in for this activity is closed' },
  reason_not_checked_in: {
    zh: '尚未签到，不能签退。请联系带队人补录',
    en: 'No check-in found; ask the leader to add it',
  },
  reason_too_many_pairs: {
    zh: '今天在本活动已签到三次，不能再签。请联系带队人',
    en: 'You have checked in three times here today, which is the most. Ask the leader',
  },
  reason_overlap: {
    zh: '您在另一项活动中还没有签退，请先在那里签退',
    en: 'You are still checked in at another activity; check out there first',
  },
  reason_cancelled: { zh: '本次活动或班次已取消', en: 'This activity or shift was cancelled' },
  reason_clock_skew: {
    zh: '签到屏幕或手机的时间比服务器快，请校准后重试',
    en: 'The clock of the screen or of this phone is ahead; set it right and try again',
  },
  reason_enter_late: {
    zh: '时间过久、活动已结算或当时还没有发布，不能再补记签到。请在电脑上补录时长',
    en: 'Too long ago, already settled, or not yet published then. Enter the hours late on the desk instead',
  },
  reason_nonce_reused: {
    zh: '这条记录与已上传的不一致，请重新签到',
    en: 'This record differs from the one that was uploaded; check in again',
  },
  reason_not_signed_in: {
    zh: '扫码后太久没有登录，这次没有计入。请重新扫码',
    en: 'You signed in too long after scanning. Scan again',
  },
  reason_not_found: {
    zh: '找不到这个班次，或您不在参加范围内。请联系带队人',
    en: 'This shift was not found, or you are not invited. Ask the leader',
  },
  reason_forbidden: {
    zh: '当前角色不能签到，请换一个角色',
    en: 'Your present role may not check in; change the role',
  },
  reason_other: {
    zh: '服务器没有接受这条记录（{code}），请联系带队人',
    en: 'The server did not take this record ({code}); ask the leader',
  },
  state_pending: { zh: '待上传', en: 'Waiting' },
  state_done: { zh: '已计入', en: 'Counted' },
  state_refused: { zh: '未计入', en: 'Not counted' },
  counted_at: { zh: '计入时间 {time}', en: 'Counted from {time}' },
  back_home: { zh: '返回今天', en: 'Back to today' },
  skew: {
    zh: '手机时间与北京时间相差 {minutes} 分钟，不影响签到',
    en: 'This phone’s clock is off by {minutes} min; that does not matter for checking in',
  },
  offline: { zh: '当前无网络，可继续签到', en: 'No network; you can still check in' },
  kept_from: { zh: '离线，显示的是 {time} 的内容', en: 'Offline; as of {time}' },
})
