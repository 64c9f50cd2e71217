import createClient, { type Client } from 'openapi-fetch'
import type { Http } from './http'
import type { paths } from './schema.gen'

export type Api = Client<paths>

/** The typed client of everything in the OpenAPI document. */
export function createApi(baseUrl: string, http: Http): Api {
  return createClient<paths>({ baseUrl, fetch: http })
}

type Answer<T> = Promise<{ readonly data?: T; readonly response: Response }>

/** The body of a successful answer: `await read(api.GET('/api/v1/me'))`. Failures are thrown before this. */
export async function read<T>(answer: Answer<T>): Promise<NonNullable<T>> {
  const { data } = await answer
  if (data === undefined || data === null) throw new TypeError('The answer has no body')
  return data
}

/** Headers of a change to a record that was read as `version`; 412 when somebody was faster. */
export function ifMatch(record: { readonly version: number }): { readonly 'If-Match': string } {
  return { 'If-Match': `"${record.version}"` }
}
