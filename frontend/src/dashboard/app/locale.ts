import { useSyncExternalStore } from 'react'
import { createLocaleStore, type Locale, safeLocalStorage } from '@/shared/i18n/locale'

export const localeStore = createLocaleStore(safeLocalStorage())

export function useLocale(): Locale {
  return useSyncExternalStore(localeStore.subscribe, localeStore.get)
}
