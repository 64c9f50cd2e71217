import { defineText } from '@/shared/i18n/translate'

/** Words that stand on pages of every kind. */
export const wordsText = defineText({
  product: { zh: '工委', en: 'Gongwei' },
  back: { zh: '返回', en: 'Back' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  save: { zh: '保存', en: 'Save' },
  edit: { zh: '修改', en: 'Edit' },
  retry: { zh: '重试', en: 'Try again' },
  search: { zh: '搜索', en: 'Search' },
  clear: { zh: '清除', en: 'Clear' },
  all: { zh: '全部', en: 'All' },
  reason: { zh: '原因', en: 'Reason' },
  reason_required: { zh: '请写明原因', en: 'Give a reason' },
  required_typed: { zh: '请填写{label}', en: '“{label}” is needed' },
  required_chosen: { zh: '请选择{label}', en: '“{label}” is needed' },
  history: { zh: '历史记录', en: 'History' },
  as_of: { zh: '截至日期', en: 'As of' },
  organisation: { zh: '组织', en: 'Organisation' },
  export: { zh: '导出 Excel', en: 'Export to Excel' },
  saved: { zh: '已保存', en: 'Saved' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
})
