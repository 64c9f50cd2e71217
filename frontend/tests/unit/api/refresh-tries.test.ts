import { expect, test } from 'vitest'
import { createRefreshTries } from '@/shared/api/refresh-tries'
import { createSession } from '@/shared/api/session'

function storageOf(entries: Map<string, string>) {
  return {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
    removeItem: (name: string) => void entries.delete(name),
  }
}

const forbidden = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError')
  },
  setItem: () => {
    throw new DOMException('denied', 'SecurityError')
  },
  removeItem: () => {
    throw new DOMException('denied', 'SecurityError')
  },
}

function names(): () => string {
  let count = 0
  return () => `try-${++count}`
}

test('a page that is opened again finds the name of the try that nobody answered', () => {
  const entries = new Map<string, string>()
  expect(createRefreshTries(storageOf(entries), () => 'left').name()).toBe('left')
  expect(createRefreshTries(storageOf(entries), () => 'opened anew').name()).toBe('left')
})

test('an answered try is over: the next has a name of its own', () => {
  const tries = createRefreshTries(storageOf(new Map()), names())
  expect(tries.name()).toBe('try-1')
  tries.answered()
  expect(tries.name()).toBe('try-2')
})

test('where storage is forbidden the name lives with the page', () => {
  const tries = createRefreshTries(forbidden, names())
  expect(tries.name()).toBe('try-1')
  expect(tries.name()).toBe('try-1')
  tries.answered()
  expect(tries.name()).toBe('try-2')
})

test.each([
  ['no answer', () => Promise.reject(new TypeError('network'))],
  ['a fault of the server', () => Promise.resolve(Response.json({ code: 'unavailable' }, { status: 503 }))],
])('after %s the same try is repeated, after an answer a new one begins', async (_name, fail) => {
  const sent: (string | null)[] = []
  const good = () => Promise.resolve(Response.json({ access_token: 't', assignment_id: null }))
  const answers = [fail, good, good]
  const session = createSession({
    baseUrl: 'http://gongwei.test',
    language: () => 'zh-CN',
    storage: storageOf(new Map()),
    fetch: (request) => {
      sent.push(request.headers.get('Idempotency-Key'))
      return (answers.shift() ?? good)()
    },
  })
  await session.refresh().catch(() => undefined)
  await session.refresh()
  await session.refresh()
  expect(sent[0]).toBe(sent[1])
  expect(new Set(sent).size).toBe(2)
  expect(sent).not.toContain(null)
})
