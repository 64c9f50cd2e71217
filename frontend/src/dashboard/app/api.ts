import { createApi } from '@/shared/api/client'
import { createHttp } from '@/shared/api/http'
import { createJsonClient } from '@/shared/api/json'
import { lastingStorage } from '@/shared/api/refresh-tries'
import { createSession } from '@/shared/api/session'
import { localeStore } from './locale'

const baseUrl = window.location.origin
const language = localeStore.get

export const session = createSession({ baseUrl, language, locks: navigator.locks, storage: lastingStorage() })
export const http = createHttp({ session, language })
export const api = createApi(baseUrl, http)
export const json = createJsonClient(baseUrl, http)
