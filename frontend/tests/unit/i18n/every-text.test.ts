import { expect, test } from 'vitest'
import type { TextTable } from '@/shared/i18n/translate'

const modules = import.meta.glob<Record<string, TextTable>>(
  ['../../../src/**/*-text.ts', '!**/use-text.ts'],
  {
    eager: true,
  },
)

const texts = Object.entries(modules).flatMap(([file, tables]) =>
  Object.entries(tables).flatMap(([table, entries]) =>
    Object.entries(entries).map(([key, text]) => ({
      name: `${file.replace(/.*src\//, '')} ${table}.${key}`,
      text,
    })),
  ),
)

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ')

function english({ text }: (typeof texts)[number]): string[] {
  return typeof text.en === 'string' ? [text.en] : [text.en.one, text.en.other]
}

test('finds the texts of both builds', () => {
  expect(texts.some(({ name }) => name === 'dashboard/features/home/home-text.ts homeText.tasks')).toBe(true)
  expect(texts.some(({ name }) => name === 'phone/app/phone-text.ts phoneText.tasks')).toBe(true)
})

test('no text is empty in either language', () => {
  const empty = texts.filter((entry) => [entry.text.zh, ...english(entry)].some((text) => text.trim() === ''))
  expect(empty.map(({ name }) => name)).toEqual([])
})

test('both languages of a text have the same placeholders', () => {
  const different = texts.filter((entry) =>
    english(entry).some((text) => placeholders(text) !== placeholders(entry.text.zh)),
  )
  expect(different.map(({ name }) => name)).toEqual([])
})

test('English texts hold no Chinese, except the name of the language to switch to', () => {
  const mixed = texts.filter((entry) => english(entry).some((text) => /\p{Script=Han}/u.test(text)))
  expect(mixed.map(({ name }) => name.split('.').at(-1))).toEqual(['language_other', 'language_other'])
})
