import { defineText } from '@/shared/i18n/translate'

/** Kinds of records, as the history names them. */
export const subjectsText = defineText({
  organisation: { zh: '组织', en: 'organisation' },
  organisation_change: { zh: '组织变更申请', en: 'organisation change' },
  unit: { zh: '单位', en: 'unit' },
  term: { zh: '任期', en: 'term' },
  member: { zh: '党员', en: 'member' },
  person: { zh: '人员', en: 'person' },
  appointment: { zh: '书记任职', en: 'appointment' },
  nomination: { zh: '书记提名', en: 'nomination' },
  nomination_batch: { zh: '提名批次', en: 'nomination batch' },
  inspection: { zh: '考察', en: 'inspection' },
  interview: { zh: '考察谈话', en: 'inspection interview' },
  task: { zh: '任务', en: 'task' },
  talk: { zh: '谈话', en: 'talk' },
  objection: { zh: '异议', en: 'objection' },
  calendar_year: { zh: '工作日历', en: 'working calendar' },
  calendar_day: { zh: '日历日期', en: 'calendar day' },
  task_reminder: { zh: '任务提醒', en: 'task reminder' },
  stored_file: { zh: '文件', en: 'file' },
  import_batch: { zh: '导入批次', en: 'import' },
  user_account: { zh: '账号', en: 'account' },
  role_assignment: { zh: '角色授权', en: 'role assignment' },
  sign_in_attempt: { zh: '未知账号', en: 'unknown account' },
  audit_entry: { zh: '审计日志', en: 'audit log' },
})
