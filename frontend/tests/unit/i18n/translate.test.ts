import { expect, test } from 'vitest'
import { createTranslate, defineText } from '@/shared/i18n/translate'

const text = defineText({
  greeting: { zh: '{name}，您好', en: 'Hello {name}' },
  found: { zh: '共 {count} 条', en: { one: '{count} row', other: '{count} rows' } },
})

test('fills placeholders and writes numbers as the language does', () => {
  const zh = createTranslate('zh-CN', text)
  expect(zh('greeting', { name: '王芳' })).toBe('王芳，您好')
  expect(zh('found', { count: 21365 })).toBe('共 21,365 条')
})

test('takes the singular in English for exactly one', () => {
  const en = createTranslate('en-US', text)
  expect([0, 1, 2].map((count) => en('found', { count }))).toEqual(['0 rows', '1 row', '2 rows'])
})

test('leaves a placeholder without a value as it is', () => {
  expect(createTranslate('zh-CN', text)('greeting')).toBe('{name}，您好')
})

test('shows a code of the server that this release does not know as it is', () => {
  const en = createTranslate('en-US', text)
  expect([en.code('greeting'), en.code('brand_new'), en.code('toString')]).toEqual([
    'Hello {name}',
    'brand_new',
    'toString',
  ])
})

test('refuses a table with a language left out', () => {
  // @ts-expect-error English is missing
  defineText({ greeting: { zh: '您好' } })
  expect(text.greeting.en).toBe('Hello {name}')
})
