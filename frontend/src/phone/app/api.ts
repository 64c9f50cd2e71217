import { createApi } from '@/shared/api/client'
import { createHttp } from '@/shared/api/http'
import { createJsonClient } from '@/shared/api/json'
import { createSession } from '@/shared/api/session'
import { createServerClock, type OffsetSample } from '@/shared/clock/server-clock'
import { createLocaleStore, safeLocalStorage } from '@/shared/i18n/locale'
import { codeOfName } from '../queue/ballot-names'
import { createCheckInQueue } from '../queue/check-in-queue'
import { openPhoneStore } from '../queue/queue-db'
import { createUpload } from '../queue/upload'

export const localeStore = createLocaleStore(safeLocalStorage())

const baseUrl = window.location.origin
const language = localeStore.get

export const session = createSession({
  baseUrl,
  language,
  locks: navigator.locks,
  storage: safeLocalStorage(),
})
const http = createHttp({ session, language })

/** For what is done once, typed by the API's document. */
export const api = createApi(baseUrl, http)
/** For what is kept, listed or queued under its address. */
export const json = createJsonClient(baseUrl, http)
export const store = openPhoneStore()
/** Whom a record was about, for the leader who scanned it; in memory alone, the queue stores no names. */
export const names = new Map<string, string>()
export const serverClock = createServerClock()
export const queue = createCheckInQueue({
  store,
  upload: createUpload(json, (id, { name }) => names.set(id, name)),
  offsetMs: serverClock.offsetMs,
  locks: navigator.locks,
})

const CLOCK = 'clock'

/** Asks for something that tells the server's time, and learns from it how far this clock is off. */
export async function askTimed<T extends { readonly server_time: string }>(
  path: string,
  signal: AbortSignal,
): Promise<T> {
  const sentAt = Date.now()
  const answer = await json.get<T>(path, { signal })
  serverClock.observe({ sentAt, receivedAt: Date.now(), serverTime: answer.server_time })
  await (await store).keep(CLOCK, serverClock.sample())
  return answer
}

export async function recallClock(): Promise<void> {
  const sample = (await (await store).kept(CLOCK)) as OffsetSample | null | undefined
  if (sample) serverClock.recall(sample)
}

/** Forgets what the last user's pages showed; records that wait stay, and so do ballots that no account owns. */
export async function forgetKept(): Promise<void> {
  const opened = await store
  const names = await opened.keptNames()
  await opened.forget(names.filter((name) => name !== CLOCK && codeOfName(name) === null))
}
