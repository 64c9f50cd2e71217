import { ApiError } from '@/shared/api/problem'

/** A list of people is one field: what is said of each of them is said under it. */
export async function sayWho<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw error instanceof ApiError ? withOneField(error) : error
  }
}

const ONE = /^\/(person_ids|codes)\/\d+$/

function withOneField(error: ApiError): ApiError {
  const fields: Record<string, string> = {}
  for (const [pointer, message] of Object.entries(error.fields)) {
    const field = ONE.exec(pointer)?.[1]
    const name = field === undefined ? pointer : `/${field}`
    fields[name] = fields[name] === undefined ? message : `${fields[name]}\n${message}`
  }
  const { status, code, title, detail, requestId, retryAfterSeconds } = error
  return new ApiError({ status, code, title, detail, requestId, retryAfterSeconds, fields })
}
