import { networkError, problemOf } from './problem'
import { createRefreshTries, type TryStorage } from './refresh-tries'
import type { TokenBody } from './session-types'
import { createTokenStore, type SessionSnapshot } from './token-store'

type Fetch = (request: Request) => Promise<Response>

export interface Credentials {
  readonly username: string
  readonly password: string
  readonly otp?: string
}

export interface Session {
  snapshot(): SessionSnapshot
  subscribe(listener: () => void): () => void
  token(): string | null
  /** Signs in with the refresh cookie of an earlier visit; once, however often it is called. */
  restore(): Promise<SessionSnapshot>
  /** True when there is a new token. All callers of one moment share one request. */
  refresh(): Promise<boolean>
  signIn(credentials: Credentials): Promise<void>
  /** Speaks for another role assignment from now on. */
  switchTo(assignmentId: string): Promise<void>
  signOut(): Promise<void>
  /** Forgets a session that has already ended. */
  forget(): void
}

interface SessionOptions {
  readonly baseUrl: string
  readonly language: () => string
  readonly fetch?: Fetch
  /** Lets one tab at a time use the refresh cookie: a token that is used twice ends the session. */
  readonly locks?: Pick<LockManager, 'request'> | undefined
  /** Keeps the name of a refresh until its answer came, over a reload. */
  readonly storage?: TryStorage | null
}

const LOCK = 'gongwei.refresh'

export function createSession({
  baseUrl,
  language,
  locks,
  storage,
  fetch = callFetch,
}: SessionOptions): Session {
  const store = createTokenStore()
  const tries = createRefreshTries(storage ?? null)
  let restoring: Promise<SessionSnapshot> | null = null
  let refreshing: Promise<boolean> | null = null

  const post = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('Accept-Language', language())
    const request = new Request(`${baseUrl}/api/v1/auth/${path}`, {
      credentials: 'same-origin',
      ...init,
      method: 'POST',
      headers,
    })
    const response = await fetch(request).catch(() => {
      throw networkError()
    })
    if (!response.ok) throw await problemOf(response)
    return response
  }

  const take = async (response: Response): Promise<void> => {
    const body: TokenBody = await response.json()
    store.hold({ accessToken: body.access_token, assignmentId: body.assignment_id })
  }

  const exclusively = <T>(work: () => Promise<T>): Promise<T> => (locks ? locks.request(LOCK, work) : work())

  const takeRefreshed = (): Promise<boolean> =>
    exclusively(() => post('refresh', { headers: { 'Idempotency-Key': tries.name() } }).then(take)).then(
      () => {
        tries.answered()
        return true
      },
      (error) => {
        if (error?.status === 0 || error?.status >= 500) throw error
        tries.answered()
        return false
      },
    )

  const session: Session = {
    snapshot: store.snapshot,
    subscribe: store.subscribe,
    token: store.token,
    async restore() {
      if (store.snapshot().state !== 'starting') return store.snapshot()
      restoring ??= takeRefreshed()
        .then((isSignedIn) => {
          if (!isSignedIn) store.drop()
          return store.snapshot()
        })
        .finally(() => {
          restoring = null
        })
      return restoring
    },
    refresh() {
      refreshing ??= takeRefreshed()
        .then((isSignedIn) => {
          if (!isSignedIn && store.snapshot().state === 'signed_in') store.expire()
          return isSignedIn
        })
        .finally(() => {
          refreshing = null
        })
      return refreshing
    },
    async signIn({ username, password, otp }) {
      const form = new URLSearchParams({ username, password, ...(otp && { otp }) })
      await take(await post('token', { body: form }))
    },
    async switchTo(assignmentId) {
      const send = () =>
        post('switch', {
          body: JSON.stringify({ assignment_id: assignmentId }),
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${store.token() ?? ''}` },
        })
      const response = await send().catch(async (error) => {
        if (error?.status === 401 && (await session.refresh())) return send()
        throw error
      })
      await take(response)
    },
    async signOut() {
      await post('sign-out', authorisation(store.token()))
      store.drop()
    },
    forget: store.drop,
  }
  return session
}

function authorisation(token: string | null): RequestInit {
  return token === null ? {} : { headers: { Authorization: `Bearer ${token}` } }
}

// Looked up at each call: what is patched in later (a test's network) is used too.
function callFetch(request: Request): Promise<Response> {
  return globalThis.fetch(request)
}
