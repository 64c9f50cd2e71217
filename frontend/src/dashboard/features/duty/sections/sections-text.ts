import { defineText } from '@/shared/i18n/translate'

export const sectionsText = defineText({
  title: { zh: '报告内容', en: 'Sections of the report' },
  hint: {
    zh: '每名书记按这几部分写。建议字数只是提醒，写长写短都能提交。',
    en: 'Every report has these parts. The length is advice: longer and shorter ones are taken too.',
  },
  frozen: {
    zh: '述职启动后，报告内容不能再改。',
    en: 'Once the round is open the sections stay as they are.',
  },
  name: { zh: '标题', en: 'Title' },
  name_of: { zh: '第 {number} 部分的标题', en: 'Title of part {number}' },
  section_hint: { zh: '写作提示', en: 'Hint for the writer' },
  hint_of: { zh: '第 {number} 部分的写作提示', en: 'Hint of part {number}' },
  length: { zh: '建议字数', en: 'Advised length' },
  length_of: { zh: '第 {number} 部分的建议字数', en: 'Advised length of part {number}' },
  length_unit: { zh: '字', en: 'chars' },
  no_length: { zh: '不限', en: 'Any' },
  advised: { zh: '约 {count} 字', en: 'about {count} characters' },
  add: { zh: '添加一部分', en: 'Add a part' },
  new: { zh: '新的部分', en: 'New part' },
  up: { zh: '上移“{name}”', en: 'Move “{name}” up' },
  down: { zh: '下移“{name}”', en: 'Move “{name}” down' },
  remove: { zh: '删除“{name}”', en: 'Remove “{name}”' },
  save: { zh: '保存报告内容', en: 'Save the sections' },
  saved: { zh: '报告内容已保存', en: 'The sections are saved' },
  discard: { zh: '放弃修改', en: 'Discard the changes' },
  unsaved: { zh: '有未保存的修改', en: 'Changes are not saved yet' },
  name_missing: { zh: '请填写标题', en: 'Give it a title' },
  length_range: { zh: '请填 50 到 20000，或留空', en: 'Enter 50 to 20,000, or leave it empty' },
  total: { zh: '合计约 {count} 字', en: 'About {count} characters in all' },
})
