import { defineText } from '@/shared/i18n/translate'

export const organisationKindsText = defineText({
  working_committee: { zh: '机关工委', en: 'Working committee' },
  leading_group: { zh: '党组', en: 'Leading party group' },
  committee: { zh: '机关党委', en: 'Committee' },
  general_branch: { zh: '党总支', en: 'General branch' },
  branch: { zh: '党支部', en: 'Branch' },
  joint_branch: { zh: '联合党支部', en: 'Joint branch' },
  group: { zh: '党小组', en: 'Group' },
  temporary_committee: { zh: '临时党委', en: 'Temporary committee' },
  temporary_general_branch: { zh: '临时党总支', en: 'Temporary general branch' },
  temporary_branch: { zh: '临时党支部', en: 'Temporary branch' },
  temporary_joint_branch: { zh: '临时联合党支部', en: 'Temporary joint branch' },
})
