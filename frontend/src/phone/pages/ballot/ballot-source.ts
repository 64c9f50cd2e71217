import { createApi, read } from '@/shared/api/client'
import { networkError, problemOf } from '@/shared/api/problem'
import type { BallotIn, BallotOut } from '@/shared/api/schema.gen'
import { api, localeStore } from '../../app/api'
import { keptName } from '../../app/who'
import { nameByCode } from '../../queue/ballot-names'

/** One ballot: where it is kept on this phone, asked for and sent to. */
export interface BallotSource {
  readonly name: string
  /** True where a code stands for it: nobody is signed in for it. */
  readonly isByCode: boolean
  get(signal: AbortSignal): Promise<BallotOut>
  cast(ballot: BallotIn): Promise<void>
}

/**
 * Nothing of whoever is signed in on this phone goes along with a code: no token, no cookie, and no key by
 * which an answer would be kept.
 */
async function sendNameless(request: Request): Promise<Response> {
  const nameless = new Request(request, { credentials: 'omit', referrerPolicy: 'no-referrer' })
  nameless.headers.set('Accept-Language', localeStore.get())
  const response = await globalThis.fetch(nameless).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : networkError()
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

const nameless = createApi(window.location.origin, sendNameless)

export function sourceByCode(code: string): BallotSource {
  const params = { path: { code } }
  return {
    name: nameByCode(code),
    isByCode: true,
    get: (signal) => read(nameless.GET('/api/v1/public/ballots/{code}', { params, signal })),
    async cast(body) {
      await nameless.POST('/api/v1/public/ballots/{code}', { params, body })
    },
  }
}

export function sourceByAccount(sessionId: string): BallotSource {
  const params = { path: { session_id: sessionId } }
  return {
    name: keptName(`ballot ${sessionId}`),
    isByCode: false,
    get: (signal) => read(api.GET('/api/v1/me/ballots/{session_id}', { params, signal })),
    async cast(body) {
      await api.POST('/api/v1/me/ballots/{session_id}', { params, body })
    },
  }
}
