import { createHttp } from '@/shared/api/http'
import { createJsonClient } from '@/shared/api/json'
import { createSession } from '@/shared/api/session'
import { createLocaleStore, safeLocalStorage } from '@/shared/i18n/locale'

export const localeStore = createLocaleStore(safeLocalStorage())

const baseUrl = window.location.origin
const language = localeStore.get

export const session = createSession({
  baseUrl,
  language,
  locks: navigator.locks,
  storage: safeLocalStorage(),
})
export const json = createJsonClient(baseUrl, createHttp({ session, language }))
