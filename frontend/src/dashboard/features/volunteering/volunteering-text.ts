import { defineText } from '@/shared/i18n/translate'

export const volunteeringText = defineText({
  title: { zh: '志愿服务', en: 'Volunteering' },
  tab_activities: { zh: '活动', en: 'Activities' },
  tab_hours: { zh: '时长核实', en: 'Hours to verify' },
  tab_sums: { zh: '时长统计', en: 'Hours in figures' },
  tab_teams: { zh: '队伍', en: 'Teams' },
  tab_certificates: { zh: '证明', en: 'Certificates' },
  tab_settings: { zh: '设置', en: 'Settings' },
  person_search: { zh: '输入姓名查找', en: 'Type a name' },
  person_none: { zh: '没有找到这个人', en: 'Nobody found' },
  hours_minutes: { zh: '{hours} 小时 {minutes} 分', en: '{hours} h {minutes} min' },
  hours_only: { zh: '{hours} 小时', en: '{hours} h' },
  minutes_only: { zh: '{minutes} 分钟', en: '{minutes} min' },
  choose_all: { zh: '全选 {count} 条', en: { one: 'Choose {count}', other: 'Choose all {count}' } },
  choose_none: { zh: '取消选择', en: 'Choose none' },
  choose_all_failed: { zh: '没有读全，请再试一次', en: 'Not all could be read; try again' },
  sent_of: { zh: '已送出 {done} / {total}', en: '{done} of {total} sent' },
  date_hint: { zh: '选择日期', en: 'Choose a day' },
})

export const activityStatesText = defineText({
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已发布', en: 'Published' },
  in_progress: { zh: '进行中', en: 'Under way' },
  completed: { zh: '待结算', en: 'To be settled' },
  settled: { zh: '已结算', en: 'Settled' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
})

export const signUpStatesText = defineText({
  confirmed: { zh: '已报名', en: 'Signed up' },
  waitlisted: { zh: '候补', en: 'Waiting' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
})

export const checkInWordsText = defineText({
  entry: { zh: '签到', en: 'Check-in' },
  exit: { zh: '签退', en: 'Check-out' },
  scan: { zh: '扫码', en: 'Scan' },
  personal_code: { zh: '个人码', en: 'Personal code' },
  list: { zh: '名单', en: 'List' },
  accepted: { zh: '有效', en: 'Accepted' },
  needs_review: { zh: '待核实', en: 'To be looked at' },
  annulled: { zh: '已作废', en: 'Annulled' },
})

export const hoursWordsText = defineText({
  recorded: { zh: '现场记录', en: 'Recorded' },
  late_entry: { zh: '补录', en: 'Late entry' },
  pending: { zh: '待核实', en: 'To be verified' },
  verified: { zh: '已核实', en: 'Verified' },
  rejected: { zh: '不予认定', en: 'Rejected' },
  disputed: { zh: '申诉中', en: 'Disputed' },
  adjusted: { zh: '已更正', en: 'Adjusted' },
  own: { zh: '本级核实', en: 'Own organisation' },
  parent: { zh: '上级组织核实', en: 'Organisation above' },
  committee: { zh: '工委核实', en: 'The committee' },
})

export const hoursFlagsText = defineText({
  missing_exit: { zh: '没有签退', en: 'No check-out' },
  missing_entry: { zh: '没有签到', en: 'No check-in' },
  overlap: { zh: '与另一次服务时间重叠', en: 'Overlaps other service' },
  marked_late: { zh: '签到是事后补记的', en: 'Attendance was marked afterwards' },
  unreviewed: { zh: '有签到待核实', en: 'A check-in is to be looked at' },
})

export const teamWordsText = defineText({
  corps: { zh: '总队', en: 'Corps' },
  detachment: { zh: '支队', en: 'Detachment' },
  team: { zh: '分队', en: 'Team' },
  active: { zh: '在册', en: 'Active' },
  disbanded: { zh: '已解散', en: 'Disbanded' },
  leader: { zh: '队长', en: 'Leader' },
  member: { zh: '队员', en: 'Member' },
  policy: { zh: '政策宣讲', en: 'Policy' },
  legal: { zh: '法律服务', en: 'Law' },
  medical: { zh: '医疗健康', en: 'Medicine' },
  teaching: { zh: '支教助学', en: 'Teaching' },
  culture: { zh: '文化文艺', en: 'Culture' },
  science: { zh: '科技科普', en: 'Science' },
  environment: { zh: '生态环保', en: 'Environment' },
  emergency: { zh: '应急救援', en: 'Emergency' },
  elderly: { zh: '助老助残', en: 'Elderly and disabled' },
  community: { zh: '社区服务', en: 'Community' },
  other: { zh: '其他', en: 'Other' },
})

export const certificateStatesText = defineText({
  requested: { zh: '待开具', en: 'Requested' },
  on_notice: { zh: '公示中', en: 'On notice' },
  ready: { zh: '公示已满，可开具', en: 'Notice over, may be issued' },
  issued: { zh: '已开具', en: 'Issued' },
  declined: { zh: '不予开具', en: 'Declined' },
  revoked: { zh: '已撤销', en: 'Revoked' },
})
