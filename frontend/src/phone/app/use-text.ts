import { useMemo, useSyncExternalStore } from 'react'
import { createTranslate, type TextTable, type Translate } from '@/shared/i18n/translate'
import { localeStore } from './api'

export function useText<Table extends TextTable>(table: Table): Translate<Table> {
  const locale = useSyncExternalStore(localeStore.subscribe, localeStore.get)
  return useMemo(() => createTranslate(locale, table), [locale, table])
}
