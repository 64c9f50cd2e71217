import { createApi } from '@/shared/api/client'
import { createHttp } from '@/shared/api/http'
import { createJsonClient } from '@/shared/api/json'
import { createSession } from '@/shared/api/session'
import { safeLocalStorage } from '@/shared/i18n/locale'
import { localeStore } from './locale'

const baseUrl = window.location.origin
const language = localeStore.get

export const session = createSession({
  baseUrl,
  language,
  locks: navigator.locks,
  storage: safeLocalStorage(),
})
export const http = createHttp({ session, language })
export const api = createApi(baseUrl, http)
export const json = createJsonClient(baseUrl, http)
