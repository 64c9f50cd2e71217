import { useMemo } from 'react'
import { createTranslate, type TextTable, type Translate } from '@/shared/i18n/translate'
import { useLocale } from '../app/locale'

/** The texts of one table in the reader's language: `const t = useText(membersText)`. */
export function useText<Table extends TextTable>(table: Table): Translate<Table> {
  const locale = useLocale()
  return useMemo(() => createTranslate(locale, table), [locale, table])
}
