import { defineText } from '@/shared/i18n/translate'

export const unitsText = defineText({
  title: { zh: '单位', en: 'Units' },
  new: { zh: '新建单位', en: 'New unit' },
  new_title: { zh: '新建单位', en: 'New unit' },
  edit_title: { zh: '修改“{name}”', en: 'Edit “{name}”' },
  open: { zh: '打开“{name}”', en: 'Open “{name}”' },
  search: { zh: '名称、代码或拼音首字母', en: 'Name, credit code or pinyin initials' },
  name: { zh: '单位名称', en: 'Name' },
  short_name: { zh: '简称', en: 'Short name' },
  closed_hint: { zh: '单位已停用，恢复使用后才能修改。', en: 'The unit is closed; reopen it to change it.' },
  short_name_hint: { zh: '不填则与名称相同', en: 'The name when left out' },
  credit_code: { zh: '统一社会信用代码', en: 'Credit code' },
  credit_code_hint: {
    zh: '18 位；大小写、全角和空格会自动更正',
    en: '18 characters; case, width and blanks are put right',
  },
  owner: { zh: '归属组织', en: 'Belongs to' },
  owner_hint: { zh: '决定谁能看到这个单位', en: 'Decides who can see the unit' },
  state: { zh: '状态', en: 'State' },
  close: { zh: '停用', en: 'Close' },
  close_title: { zh: '停用“{name}”？', en: 'Close “{name}”?' },
  close_text: {
    zh: '停用后不能再选用，历史保留，可恢复使用。',
    en: 'It can no longer be chosen. Its history stays; it can be reopened.',
  },
  reopen: { zh: '恢复使用', en: 'Reopen' },
  reopen_title: { zh: '恢复使用“{name}”？', en: 'Reopen “{name}”?' },
  reopen_text: { zh: '恢复后可以再次选用。', en: 'It can be chosen again.' },
  empty: { zh: '还没有单位', en: 'There are no units yet' },
  empty_hint: {
    zh: '导入党组织信息时，“所在单位”和信用代码会一并建立。',
    en: 'Units and their credit codes come with the import of organisations.',
  },
  created: { zh: '单位已建立', en: 'The unit is entered' },
})

export const unitActionsText = defineText({
  create: { zh: '新建', en: 'Created' },
  edit: { zh: '修改', en: 'Edited' },
  close: { zh: '停用', en: 'Closed' },
  reopen: { zh: '恢复使用', en: 'Reopened' },
  follow: { zh: '随组织调整划转', en: 'Moved with its organisation' },
})

export const unitStatesText = defineText({
  active: { zh: '在用', en: 'Active' },
  closed: { zh: '已停用', en: 'Closed' },
})
