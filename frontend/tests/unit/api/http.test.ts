import { expect, test } from 'vitest'
import { createHttp } from '@/shared/api/http'
import { createJsonClient, fileName, withQuery } from '@/shared/api/json'
import { createSession } from '@/shared/api/session'

const BASE = 'http://gongwei.test'

type Answer = (request: Request, body: string) => Response | Promise<Response>

/** A server of two addresses: `/auth/refresh` and everything else. */
function desk(answer: Answer, refresh: Answer = () => token('fresh')) {
  const sent: { path: string; headers: Headers; body: string }[] = []
  const fetch = async (request: Request) => {
    const body = await request.text()
    const path = new URL(request.url).pathname
    sent.push({ path, headers: request.headers, body })
    return path === '/api/v1/auth/refresh' ? refresh(request, body) : answer(request, body)
  }
  const session = createSession({ baseUrl: BASE, language: () => 'zh-CN', fetch })
  const http = createHttp({ session, language: () => 'en-US', fetch })
  const json = createJsonClient(BASE, http)
  const sentTo = (path: string) => sent.filter((each) => each.path === path)
  return { session, json, http, sent, sentTo }
}

function token(access_token: string, assignment_id = 'a-1') {
  return Response.json({ access_token, token_type: 'Bearer', expires_in: 600, assignment_id })
}

const unauthorised = () => Response.json({ code: 'token_expired', title: '请登录' }, { status: 401 })

test('sends the token and the reader’s language', async () => {
  const { session, json, sentTo } = desk(() => Response.json({ ok: true }))
  await session.refresh()
  expect(await json.get('/api/v1/me', { query: { as_of: '2026-11-22', q: '', kind: undefined } })).toEqual({
    ok: true,
  })
  const [request] = sentTo('/api/v1/me')
  expect(request?.headers.get('Authorization')).toBe('Bearer fresh')
  expect(request?.headers.get('Accept-Language')).toBe('en-US')
})

test('refreshes once for any number of requests that find the token expired, then repeats each', async () => {
  let release = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const { session, json, sentTo } = desk(
    (request) =>
      request.headers.get('Authorization') === 'Bearer new' ? Response.json({ ok: true }) : unauthorised(),
    async () => {
      await gate
      return token('new')
    },
  )
  const answers = ['/api/v1/a', '/api/v1/b', '/api/v1/c'].map((path) => json.get(path))
  await new Promise((resolve) => setTimeout(resolve, 5))
  release()
  expect(await Promise.all(answers)).toEqual([{ ok: true }, { ok: true }, { ok: true }])
  expect(sentTo('/api/v1/auth/refresh').length).toBe(1)
  expect(sentTo('/api/v1/a').length).toBe(2)
  expect(session.snapshot()).toEqual({ state: 'signed_in', assignmentId: 'a-1' })
})

test('gives up after one repetition and does not refresh in a circle', async () => {
  const { json, sentTo } = desk(unauthorised)
  await expect(json.get('/api/v1/me')).rejects.toMatchObject({ status: 401, code: 'token_expired' })
  expect(sentTo('/api/v1/me').length).toBe(2)
  expect(sentTo('/api/v1/auth/refresh').length).toBe(1)
})

test('a session that has ended shows as expired and keeps the role', async () => {
  let isOver = false
  const { session, json } = desk(unauthorised, () => (isOver ? unauthorised() : token('first', 'a-7')))
  await session.refresh()
  isOver = true
  await expect(json.get('/api/v1/me')).rejects.toMatchObject({ status: 401 })
  expect(session.snapshot()).toEqual({ state: 'expired', assignmentId: 'a-7' })
  expect(session.token()).toBeNull()
})

test('a server that is away while refreshing does not sign anybody out', async () => {
  let isAway = false
  const { session, json } = desk(unauthorised, () =>
    isAway ? Response.json({}, { status: 503 }) : token('first'),
  )
  await session.refresh()
  isAway = true
  await expect(json.get('/api/v1/me')).rejects.toMatchObject({ status: 503 })
  expect(session.snapshot().state).toBe('signed_in')
})

test('restores an earlier visit once, however often it is asked for', async () => {
  const { session, sentTo } = desk(() => Response.json({}))
  const [first, second] = await Promise.all([session.restore(), session.restore()])
  await session.restore()
  expect([first, second].map(({ state }) => state)).toEqual(['signed_in', 'signed_in'])
  expect(sentTo('/api/v1/auth/refresh').length).toBe(1)
})

test('is signed out where there is nothing to restore', async () => {
  const { session } = desk(() => Response.json({}), unauthorised)
  expect(await session.restore()).toEqual({ state: 'signed_out', assignmentId: null })
})

test('a POST repeated after a lost answer keeps its key; after an answer the next has a new one', async () => {
  let answer: Answer = () => Promise.reject(new TypeError('connection reset'))
  const { json, sentTo } = desk((request, body) => answer(request, body))
  const post = (name: string) => json.post('/api/v1/members', { name })
  await expect(post('何晓东')).rejects.toMatchObject({ status: 0, code: 'network' })
  answer = () => Response.json({}, { status: 503 })
  await expect(post('何晓东')).rejects.toMatchObject({ status: 503 })
  answer = () => Response.json({ id: '1' }, { status: 201 })
  await post('何晓东')
  await post('何晓东')
  await post('赵敏')
  const keys = sentTo('/api/v1/members').map(({ headers }) => headers.get('Idempotency-Key'))
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).toBe(keys[0])
  expect(new Set(keys).size).toBe(3)
})

test('a POST repeated after a refresh carries the same key and body', async () => {
  let isFirst = true
  const { json, sentTo } = desk(() => {
    if (!isFirst) return new Response(null, { status: 204 })
    isFirst = false
    return unauthorised()
  })
  expect(await json.post('/api/v1/tasks', { title: '整改' })).toBeUndefined()
  const [one, two] = sentTo('/api/v1/tasks')
  expect(two?.headers.get('Idempotency-Key')).toBe(one?.headers.get('Idempotency-Key'))
  expect([one?.body, two?.body]).toEqual(['{"title":"整改"}', '{"title":"整改"}'])
})

test('reading carries no key', async () => {
  const { json, sentTo } = desk(() => Response.json({}))
  await json.get('/api/v1/me')
  expect(sentTo('/api/v1/me')[0]?.headers.get('Idempotency-Key')).toBeNull()
})

test('an aborted request stays an abort and is no network failure', async () => {
  const { json } = desk(() => Promise.reject(new DOMException('gone', 'AbortError')))
  await expect(json.get('/api/v1/me')).rejects.toMatchObject({ name: 'AbortError' })
})

test('switching speaks for the other role from then on', async () => {
  const { session, sentTo } = desk(() => token('other', 'a-2'))
  await session.refresh()
  await session.switchTo('a-2')
  expect(sentTo('/api/v1/auth/switch')[0]?.body).toBe('{"assignment_id":"a-2"}')
  expect([session.token(), session.snapshot().assignmentId]).toEqual(['other', 'a-2'])
})

test('leaves out of an address what has no value', () => {
  expect(withQuery('/x', { q: '党', limit: 50, all: false, kind: '', sex: null, from: undefined })).toBe(
    '/x?q=%E5%85%9A&limit=50&all=false',
  )
  expect(withQuery('/x')).toBe('/x')
})

test('reads the name of a file, Chinese first', () => {
  expect(fileName(`attachment; filename="roster.xlsx"; filename*=UTF-8''%E5%90%8D%E5%86%8C.xlsx`)).toBe(
    '名册.xlsx',
  )
  expect(fileName('attachment; filename="roster.xlsx"')).toBe('roster.xlsx')
  expect(fileName(null)).toBe('download')
})
