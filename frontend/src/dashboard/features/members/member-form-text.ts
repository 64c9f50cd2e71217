import { defineText } from '@/shared/i18n/translate'

export const memberFormText = defineText({
  new_title: { zh: '录入党员', en: 'Add a member' },
  edit_title: { zh: '修改 {name}', en: 'Edit {name}' },
  place: { zh: '编入组织', en: 'Place' },
  member_since: { zh: '编入日期', en: 'In the branch since' },
  member_since_hint: { zh: '编入该党支部的第一天', en: 'The first day in this branch' },
  person: { zh: '个人信息', en: 'Person' },
  membership: { zh: '党籍信息', en: 'Membership' },
  numbers: { zh: '号码', en: 'Numbers' },
  keep_number: { zh: '现为 {masked}。留空则不改。', en: 'Now {masked}. Leave this empty to keep it.' },
  identity_hint: {
    zh: '填写后自动得出出生日期和性别。',
    en: 'Date of birth and sex are filled in from it.',
  },
  identity_sound: { zh: '校验无误：{birth} 出生，{sex}', en: 'The number is sound: born {birth}, {sex}' },
  identity_length: { zh: '应为 18 位，现为 {places} 位', en: '18 places are needed; there are {places}' },
  identity_character: { zh: '前 17 位应为数字，末位为数字或 X', en: '17 digits, then a digit or X' },
  identity_birth_date: {
    zh: '号码中的出生日期不存在，请核对',
    en: 'The birth date in the number does not exist; check the number',
  },
  identity_check_digit: {
    zh: '校验码不对，号码中有错，请核对',
    en: 'The check digit does not fit; there is a mistake in the number',
  },
  joined_precision: { zh: '入党日期的精确程度', en: 'How exactly the day is known' },
  day: { zh: '年月日', en: 'Day' },
  month: { zh: '年月', en: 'Month' },
  year: { zh: '年', en: 'Year' },
  choose: { zh: '请选择', en: 'Choose' },
  created: { zh: '已录入 {name}', en: '{name} has been entered' },
})
