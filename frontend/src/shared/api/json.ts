import { type Http, KEY_HEADER } from './http'

export type QueryValue = string | number | boolean | null | undefined
export type Query = Readonly<Record<string, QueryValue>>

/** `path` with the query's values that are there, in order. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

interface GetOptions {
  readonly query?: Query
  readonly signal?: AbortSignal
}

interface FileOptions extends GetOptions {
  /** What is made into a file: it is posted. */
  readonly body?: unknown
}

interface PostOptions {
  /** An `Idempotency-Key` of the caller's own, for what is sent again after a reload. */
  readonly key?: string
  readonly signal?: AbortSignal
}

export interface JsonClient {
  /** For addresses that are known at run time only; `api.GET` is typed and comes first. */
  get<T>(path: string, options?: GetOptions): Promise<T>
  post<T>(path: string, body?: unknown, options?: PostOptions): Promise<T>
  remove(path: string): Promise<void>
  /** The file that an address answers with, and its name from `Content-Disposition`. */
  file(path: string, options?: FileOptions): Promise<NamedFile>
}

export interface NamedFile {
  readonly name: string
  readonly content: Blob
}

export function createJsonClient(baseUrl: string, http: Http): JsonClient {
  const fetchPath = (path: string, { query, signal }: GetOptions = {}) =>
    http(new Request(baseUrl + withQuery(path, query), signal ? { signal } : {}))
  const postTo = (path: string, body: unknown) =>
    http(new Request(baseUrl + path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) }))
  return {
    get: async (path, options) => (await fetchPath(path, options)).json(),
    async post(path, body, { key, signal } = {}) {
      const response = await http(
        new Request(baseUrl + path, {
          method: 'POST',
          headers: { ...(body !== undefined && JSON_TYPE), ...(key !== undefined && { [KEY_HEADER]: key }) },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          ...(signal !== undefined && { signal }),
        }),
      )
      return response.status === 204 ? undefined : response.json()
    },
    async remove(path) {
      await http(new Request(baseUrl + path, { method: 'DELETE' }))
    },
    async file(path, { body, ...options } = {}) {
      const response = await (body === undefined ? fetchPath(path, options) : postTo(path, body))
      return { name: fileName(response.headers.get('Content-Disposition')), content: await response.blob() }
    },
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json' }

/** RFC 6266: `filename*` carries the name in full, `filename` is the fallback. */
export function fileName(disposition: string | null): string {
  const encoded = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return /filename\s*=\s*"?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'download'
}
