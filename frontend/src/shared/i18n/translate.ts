import type { Locale } from './locale'

/** English needs two forms where a number is shown: `one` is taken for exactly 1 in `{count}`. */
export type EnglishText = string | { readonly one: string; readonly other: string }

export interface Text {
  readonly zh: string
  readonly en: EnglishText
}

export type TextTable = Readonly<Record<string, Text>>
export type TextKey<Table extends TextTable> = keyof Table & string
export type TextValues = Readonly<Record<string, string | number>>

export interface Translate<Table extends TextTable> {
  (key: TextKey<Table>, values?: TextValues): string
  readonly locale: Locale
  /** The text of a code that the server sent, or the code itself when this release does not know it. */
  code(code: string): string
}

/**
 * Texts of one part of the interface, Chinese and English side by side: leaving one out is a type error.
 * Placeholders are written `{name}`; numbers are formatted for the language.
 */
export function defineText<const Table extends TextTable>(table: Table): Table {
  return table
}

export function createTranslate<Table extends TextTable>(locale: Locale, table: Table): Translate<Table> {
  const numbers = new Intl.NumberFormat(locale)
  const fill = (text: string, values: TextValues) =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name]
      if (value === undefined) return placeholder
      return typeof value === 'number' ? numbers.format(value) : value
    })
  const translate = (key: TextKey<Table>, values: TextValues = {}) => {
    const text = table[key]
    return text === undefined ? key : fill(pick(locale, text, values), values)
  }
  const code = (value: string) => (Object.keys(table).includes(value) ? translate(value) : value)
  return Object.assign(translate, { locale, code })
}

function pick(locale: Locale, text: Text, values: TextValues): string {
  if (locale === 'zh-CN') return text.zh
  if (typeof text.en === 'string') return text.en
  return values.count === 1 ? text.en.one : text.en.other
}
