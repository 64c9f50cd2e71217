import { defineText } from '@/shared/i18n/translate'

/** States of records of every kind, as the history shows them. */
export const statesText = defineText({
  active: { zh: '有效', en: 'active' },
  disabled: { zh: '已停用', en: 'disabled' },
  ended: { zh: '已结束', en: 'ended' },
  open: { zh: '待办', en: 'open' },
  in_progress: { zh: '办理中', en: 'in progress' },
  submitted: { zh: '已提交', en: 'submitted' },
  verified: { zh: '已销号', en: 'verified' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  draft: { zh: '草稿', en: 'draft' },
  approved: { zh: '已批准', en: 'approved' },
  applied: { zh: '已生效', en: 'in effect' },
  returned: { zh: '已退回', en: 'returned' },
  rejected: { zh: '已否决', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  dissolved: { zh: '已撤销', en: 'dissolved' },
  closed: { zh: '已停用', en: 'closed' },
  serving: { zh: '任期内', en: 'serving' },
  electing: { zh: '换届中', en: 'electing' },
  in_office: { zh: '在任', en: 'in office' },
  left: { zh: '已移出', en: 'left' },
  uploaded: { zh: '已上传', en: 'uploaded' },
  checked: { zh: '已检查', en: 'checked' },
  committed: { zh: '已导入', en: 'imported' },
})
