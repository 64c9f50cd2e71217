import { ApiError, networkError, problemOf } from './problem'
import { createRequestKeys } from './request-keys'
import type { Session } from './session'

/** Sends a request as the signed-in person; answers only with success, throws `ApiError` for all else. */
export type Http = (request: Request) => Promise<Response>

interface HttpOptions {
  readonly session: Session
  readonly language: () => string
  readonly fetch?: Http
}

export const KEY_HEADER = 'Idempotency-Key'

export function createHttp({ session, language, fetch = callFetch }: HttpOptions): Http {
  const keys = createRequestKeys()

  const attempt = async (request: Request): Promise<Response> => {
    const token = session.token()
    if (token !== null) request.headers.set('Authorization', `Bearer ${token}`)
    request.headers.set('Accept-Language', language())
    return fetch(request).catch((error: unknown) => {
      throw isAbort(error) ? error : networkError()
    })
  }

  const send = async (request: Request): Promise<Response> => {
    const second = request.clone()
    const first = await attempt(request)
    const response = first.status === 401 && (await session.refresh()) ? await attempt(second) : first
    if (response.ok || response.status === 304) return response
    throw await problemOf(response)
  }

  return async (request) => {
    if (request.method !== 'POST' || request.headers.has(KEY_HEADER)) return send(request)
    const fingerprint = await fingerprintOf(request)
    request.headers.set(KEY_HEADER, keys.keyFor(fingerprint))
    try {
      const response = await send(request)
      keys.settle(fingerprint)
      return response
    } catch (error) {
      if (isDefinite(error)) keys.settle(fingerprint)
      throw error
    }
  }
}

async function fingerprintOf(request: Request): Promise<string> {
  const isText = request.headers.get('Content-Type')?.includes('json') ?? false
  // An upload is not read twice: its name would say nothing about its content.
  const content = isText ? await request.clone().text() : String(performance.now())
  return `${request.url}\n${content}`
}

function isDefinite(error: unknown): boolean {
  return error instanceof ApiError && !error.retryable && error.code !== 'idempotency_in_progress'
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

function callFetch(request: Request): Promise<Response> {
  return globalThis.fetch(request)
}
