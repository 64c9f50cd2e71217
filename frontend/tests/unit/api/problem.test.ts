import { expect, test } from 'vitest'
import { ApiError, networkError, problemFrom, problemOf } from '@/shared/api/problem'

test('reads a problem document with its faults by pointer, the first of each', async () => {
  const body = {
    status: 422,
    code: 'malformed',
    title: '内容有误',
    detail: '请检查标出的项目。',
    request_id: 'r-1',
    errors: [
      { pointer: '/name', code: 'too_short', message: '请填写姓名' },
      { pointer: '/name', code: 'other', message: '另一条' },
      { pointer: '/items/0/code', code: 'pattern', message: '代码格式不对' },
    ],
  }
  const error = await problemOf(Response.json(body, { status: 422 }))
  expect(error).toBeInstanceOf(ApiError)
  const { status, code, title, detail, requestId, fields, retryable } = error
  expect({ status, code, title, detail, requestId, fields, retryable }).toEqual({
    status: 422,
    code: 'malformed',
    title: '内容有误',
    detail: '请检查标出的项目。',
    requestId: 'r-1',
    fields: { '/name': '请填写姓名', '/items/0/code': '代码格式不对' },
    retryable: false,
  })
})

test('keeps the status of an answer that is no problem document', async () => {
  const error = await problemOf(new Response('<html>Bad gateway</html>', { status: 502 }))
  expect([error.status, error.code, error.title, error.retryable]).toEqual([502, 'http_502', '', true])
})

test('knows how long to wait', async () => {
  const error = await problemOf(Response.json({}, { status: 429, headers: { 'Retry-After': '540' } }))
  expect([error.retryAfterSeconds, error.retryable]).toEqual([540, true])
  const dated = await problemOf(
    Response.json({}, { status: 503, headers: { 'Retry-After': 'Sun, 22 Nov 2026 08:00:00 GMT' } }),
  )
  expect(dated.retryAfterSeconds).toBeUndefined()
})

test('what got no answer may be tried again; what was refused may not', async () => {
  expect([networkError().status, networkError().code, networkError().retryable]).toEqual([0, 'network', true])
  const refused = await Promise.all(
    [401, 403, 404, 409, 412].map((status) => problemOf(Response.json({}, { status }))),
  )
  expect(refused.map(({ retryable }) => retryable)).toEqual([false, false, false, false, false])
})

test('reads a problem inside another answer, and nonsense as nothing', () => {
  expect(problemFrom({ code: 'too_large', title: '文件太大' }).title).toBe('文件太大')
  expect(problemFrom(null).code).toBe('http_500')
  expect(problemFrom({ errors: ['x', null, { pointer: 7 }] }).fields).toEqual({ '': '' })
})
