import { defineText } from '@/shared/i18n/translate'

export const settingsText = defineText({
  title: { zh: '志愿服务设置', en: 'Volunteering settings' },
  words: { zh: '活动名称排除词', en: 'Words that no activity may be called by' },
  words_hint: {
    zh: '名称里含有这些词的活动不能发布：开会、值班、聚餐不是志愿服务。全角半角、大小写和空格不影响判断。',
    en: 'An activity whose title contains one of them cannot be published: meetings, duty shifts and banquets are not volunteering. Width, case and blanks make no difference.',
  },
  words_read_only: { zh: '由工委统一维护。', en: 'The committee keeps this list.' },
  words_empty: { zh: '没有排除词', en: 'There are no such words' },
  word: { zh: '要排除的词', en: 'Word' },
  word_add: { zh: '添加', en: 'Add' },
  word_added: { zh: '已添加“{word}”', en: '“{word}” is added' },
  word_remove: { zh: '移除“{word}”', en: 'Remove “{word}”' },
  word_removed: { zh: '已移除“{word}”', en: '“{word}” is removed' },
  undo: { zh: '撤销', en: 'Undo' },
  seal: { zh: '电子印章图样', en: 'Seal' },
  seal_hint: {
    zh: '印在本单位开具的志愿服务证明上。请用透明或白色背景的 PNG 图片。',
    en: 'Printed on certificates that the organisation issues. Use a PNG with a clear or white ground.',
  },
  seal_of: { zh: '单位', en: 'Organisation' },
  seal_none: {
    zh: '还没有上传印章图样，证明上留空。',
    en: 'No seal yet: its place on certificates stays empty.',
  },
  seal_picture: { zh: '印章图样', en: 'Picture of the seal' },
  seal_upload: { zh: '上传图样', en: 'Upload a picture' },
  seal_replace: { zh: '换一张', en: 'Replace it' },
  seal_saved: { zh: '印章图样已保存', en: 'The seal is saved' },
  seal_remove: { zh: '移除图样', en: 'Remove it' },
  seal_remove_title: { zh: '移除印章图样？', en: 'Remove the seal?' },
  seal_remove_text: {
    zh: '以后开具的证明上不再有印章；已开具的不变。',
    en: 'Certificates issued from now on carry none; earlier ones stay.',
  },
})
