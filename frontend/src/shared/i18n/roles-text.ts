import { defineText } from './translate'

export const rolesText = defineText({
  system_admin: { zh: '系统管理员', en: 'System administrator' },
  security_admin: { zh: '安全管理员', en: 'Security administrator' },
  auditor: { zh: '审计员', en: 'Auditor' },
  committee_officer: { zh: '工委干部', en: 'Committee officer' },
  committee_leader: { zh: '工委领导', en: 'Committee leader' },
  department_leader: { zh: '部门党组负责人', en: 'Department leader' },
  secretary: { zh: '党组织书记', en: 'Secretary' },
  clerk: { zh: '党务干事', en: 'Clerk' },
  member: { zh: '党员', en: 'Member' },
  reviewer: { zh: '评审专家', en: 'Reviewer' },
  rater: { zh: '测评人', en: 'Rater' },
})
