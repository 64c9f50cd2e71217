interface ProblemBody {
  readonly title?: unknown
  readonly detail?: unknown
  readonly code?: unknown
  readonly request_id?: unknown
  readonly errors?: unknown
}

interface ApiErrorInit {
  readonly status: number
  readonly code: string
  readonly title?: string
  readonly detail?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly requestId?: string
  readonly retryAfterSeconds?: number | undefined
}

/** Every failure of a request. `title` and `detail` come from the server in the reader's language. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** HTTP status; 0 when no answer came at all. */
  readonly status: number
  /** Stable and never translated, like `invalid_state`; `network` when no answer came. */
  readonly code: string
  readonly title: string
  readonly detail: string
  /** Message by JSON pointer, like `/items/0/name`. */
  readonly fields: Readonly<Record<string, string>>
  readonly requestId: string
  readonly retryAfterSeconds: number | undefined

  constructor(init: ApiErrorInit) {
    super(`${init.status} ${init.code}`)
    this.status = init.status
    this.code = init.code
    this.title = init.title ?? ''
    this.detail = init.detail ?? ''
    this.fields = init.fields ?? {}
    this.requestId = init.requestId ?? ''
    this.retryAfterSeconds = init.retryAfterSeconds
  }

  /** Whether the same request may succeed later without anybody changing it. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

export function networkError(): ApiError {
  return new ApiError({ status: 0, code: 'network' })
}

/** Reads `application/problem+json`; an answer that is none (a proxy's page) keeps its status alone. */
export async function problemOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  return problemFrom(body, {
    status: response.status,
    requestId: response.headers.get('X-Request-ID') ?? '',
    retryAfterSeconds: retryAfter(response.headers.get('Retry-After')),
  })
}

interface Surroundings {
  readonly status: number
  readonly requestId: string
  readonly retryAfterSeconds: number | undefined
}

const NO_SURROUNDINGS: Surroundings = { status: 500, requestId: '', retryAfterSeconds: undefined }

/** The problem that `body` describes, also where it came inside another answer: a job that failed. */
export function problemFrom(body: unknown, around: Surroundings = NO_SURROUNDINGS): ApiError {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {}
  return new ApiError({
    status: around.status,
    code: text(problem.code) || `http_${around.status}`,
    title: text(problem.title),
    detail: text(problem.detail),
    requestId: text(problem.request_id) || around.requestId,
    fields: fieldMessages(problem.errors),
    retryAfterSeconds: around.retryAfterSeconds,
  })
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function fieldMessages(errors: unknown): Record<string, string> {
  const messages: Record<string, string> = {}
  for (const entry of Array.isArray(errors) ? errors : []) {
    const pointer = text(entry?.pointer)
    messages[pointer] ??= text(entry?.message)
  }
  return messages
}

function retryAfter(header: string | null): number | undefined {
  const seconds = Number(header)
  return header !== null && Number.isFinite(seconds) ? seconds : undefined
}
