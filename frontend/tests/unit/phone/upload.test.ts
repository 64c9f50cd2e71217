import { expect, test } from 'vitest'
import type { Settlement } from '@/phone/queue/outcome'
import { settlementOfFailure } from '@/phone/queue/outcome'
import type { QueueRow } from '@/phone/queue/queue-row'
import { createUpload } from '@/phone/queue/upload'
import { createHttp } from '@/shared/api/http'
import { createJsonClient } from '@/shared/api/json'
import { ApiError } from '@/shared/api/problem'
import { createSession } from '@/shared/api/session'

const ROW: QueueRow = {
  id: '3f0c1d5e-0000-4000-8000-000000000001',
  userId: 'user-1',
  kind: 'entry',
  method: 'list',
  shiftId: 'shift-1',
  code: null,
  memberCode: null,
  personId: 'person-1',
  lateReason: null,
  saidAt: null,
  capturedAt: 1_795_654_800_000,
  deviceSeq: 1,
  monotonicMs: 1,
  serverOffsetMs: null,
  state: 'pending',
  tries: 0,
  nextTryAt: 0,
  outcome: null,
  reason: null,
  countedAt: null,
  settledAt: null,
  isSeen: false,
}
const SECOND = { ...ROW, id: '3f0c1d5e-0000-4000-8000-000000000002', deviceSeq: 2 }
const CHECK_IN = { state: 'accepted', occurred_at: '2026-11-26T01:00:00Z' }

function uploadTo(answer: (request: Request) => Promise<Response>) {
  const seen: Request[] = []
  const session = createSession({ baseUrl: 'http://office', language: () => 'zh-CN', fetch: answer })
  const fetch = (request: Request) => {
    seen.push(request.clone())
    return answer(request)
  }
  const http = createHttp({ session, language: () => 'zh-CN', fetch })
  return { upload: createUpload(createJsonClient('http://office', http)), seen }
}

const answers = (status: number, body: unknown) => async () => Response.json(body, { status })

const settled = (map: ReadonlyMap<string, Settlement>) => [...map.values()].map(({ state }) => state)

test('one record is sent by itself under its nonce as the key', async () => {
  const { upload, seen } = uploadTo(answers(201, CHECK_IN))
  expect(settled(await upload([ROW]))).toEqual(['done'])
  expect(seen.map(({ url }) => url)).toEqual(['http://office/api/v1/check-ins'])
  expect(seen[0]?.headers.get('Idempotency-Key')).toBe(ROW.id)
})

test('several go as one batch, each with its own answer', async () => {
  const { upload, seen } = uploadTo(
    answers(200, {
      items: [
        { nonce: SECOND.id, status: 409, check_in: null, problem: { code: 'overlap' } },
        { nonce: ROW.id, status: 201, check_in: CHECK_IN, problem: null },
      ],
    }),
  )
  expect([...(await upload([ROW, SECOND]))]).toEqual([
    [ROW.id, { state: 'done', outcome: 'accepted', reason: null, countedAt: CHECK_IN.occurred_at }],
    [SECOND.id, { state: 'refused', outcome: null, reason: 'overlap', countedAt: null }],
  ])
  expect(seen.map(({ url }) => url)).toEqual(['http://office/api/v1/check-in-batches'])
})

test('a record that the batch forgot keeps waiting', async () => {
  const { upload } = uploadTo(answers(200, { items: [] }))
  expect(settled(await upload([ROW, SECOND]))).toEqual(['pending', 'pending'])
})

test('a batch that is refused as a whole sends its first record alone', async () => {
  const { upload } = uploadTo(async (request) =>
    request.url.endsWith('batches')
      ? Response.json({ code: 'invalid_body' }, { status: 422 })
      : Response.json(CHECK_IN, { status: 201 }),
  )
  expect([...(await upload([ROW, SECOND])).keys()]).toEqual([ROW.id])
})

test.each([
  [401, 'session_ended', 'sign_in'],
  [403, 'forbidden', 'refused'],
  [404, 'not_found', 'refused'],
  [409, 'code_expired', 'refused'],
  [409, 'already_checked_in', 'done'],
  [409, 'idempotency_in_progress', 'pending'],
  [422, 'nonce_reused', 'refused'],
  [429, 'too_many_requests', 'pending'],
  [500, 'internal', 'pending'],
  [503, 'busy', 'pending'],
  [0, 'network', 'pending'],
])('an answer %i %s makes the record %s', (status, code, state) => {
  expect(settlementOfFailure(new ApiError({ status, code })).state).toBe(state)
})

test('anything unexpected keeps the record waiting', () => {
  expect(settlementOfFailure(new TypeError('no JSON')).state).toBe('pending')
})
