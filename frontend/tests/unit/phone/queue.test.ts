import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { backOffMs, createCheckInQueue, type Upload } from '@/phone/queue/check-in-queue'
import type { Settlement } from '@/phone/queue/outcome'
import { openPhoneStore, type PhoneStore } from '@/phone/queue/queue-db'
import { type Capture, checkInOf, type QueueRow } from '@/phone/queue/queue-row'
import { ApiError, networkError } from '@/shared/api/problem'

const DONE: Settlement = {
  state: 'done',
  outcome: 'accepted',
  reason: null,
  countedAt: '2026-11-26T01:00:00Z',
}
const REFUSED: Settlement = { state: 'refused', outcome: null, reason: 'code_expired', countedAt: null }
const SCAN: Capture = {
  kind: 'entry',
  method: 'scan',
  shiftId: 'shift-1',
  code: 'G1.AZq8d3AAcACAAAAAAAAAAQ.89782740.abcdefghij_-ABCDEFGHIJ',
  memberCode: null,
  personId: null,
  lateReason: null,
  saidAt: null,
  capturedAt: Date.parse('2026-11-26T01:00:05Z'),
}

let files = 0
let clock = SCAN.capturedAt
let store: Promise<PhoneStore>
let file = ''

beforeEach(() => {
  files += 1
  file = `phone-${files}`
  clock = SCAN.capturedAt
  store = openPhoneStore(file)
})

/** A queue on the test's file, and the rows of each of its requests. */
function queueWith(answer: (rows: readonly QueueRow[]) => ReturnType<Upload>) {
  const sent: QueueRow[][] = []
  const queue = createCheckInQueue({
    store,
    upload: (rows) => {
      sent.push([...rows])
      return answer(rows)
    },
    offsetMs: () => 250,
    now: () => clock,
    monotonic: () => 12.4,
  })
  return { queue, sent }
}

const offline = () => Promise.reject(networkError())
const answerAll = (settlement: Settlement) => async (rows: readonly QueueRow[]) =>
  new Map(rows.map(({ id }) => [id, settlement]))

const states = (rows: readonly QueueRow[]) => rows.map(({ state, tries }) => [state, tries])

test('a record is on the disk before it is sent', async () => {
  const { queue } = queueWith(async (rows) => {
    const stored = await (await openPhoneStore(file)).rows()
    expect(stored.map(({ id, state }) => [id, state])).toEqual([[rows[0]?.id, 'pending']])
    return answerAll(DONE)(rows)
  })
  await queue.speakAs('user-1')
  await queue.add(SCAN, 'user-1')
  await queue.flush({ wait: 'respect' })
  expect(states(queue.snapshot().rows)).toEqual([['done', 0]])
})

test('an offline try and the later one carry the same nonce and the same body', async () => {
  let isOnline = false
  const { queue, sent } = queueWith((rows) => (isOnline ? answerAll(DONE)(rows) : offline()))
  await queue.speakAs('user-1')
  await queue.add(SCAN, 'user-1')
  await queue.flush({ wait: 'ignore' })
  isOnline = true
  await queue.flush({ wait: 'ignore' })
  const bodies = new Set(sent.flat().map((row) => JSON.stringify(checkInOf(row))))
  expect(sent.length).toBeGreaterThan(1)
  expect(bodies.size).toBe(1)
  expect(queue.snapshot().rows.map(({ state, outcome }) => [state, outcome])).toEqual([['done', 'accepted']])
})

test('waits longer after each failed try, at most five minutes', () => {
  expect([0, 1, 2, 7, 8, 40].map(backOffMs)).toEqual([2000, 4000, 8000, 256_000, 300_000, 300_000])
})

test('a back-off is respected, and ignored when the network comes back', async () => {
  const { queue, sent } = queueWith(offline)
  await queue.speakAs('user-1')
  await queue.add(SCAN, 'user-1')
  await queue.flush({ wait: 'respect' })
  const tries = sent.length
  await queue.flush({ wait: 'respect' })
  expect(sent.length).toBe(tries)
  await queue.flush({ wait: 'ignore' })
  expect(sent.length).toBe(tries + 1)
  clock += backOffMs(tries + 1)
  await queue.flush({ wait: 'respect' })
  expect(sent.length).toBe(tries + 2)
})

test('goes in the order of the device and stops at the first that must wait', async () => {
  const { queue, sent } = queueWith(async (rows) => {
    const [first, second, ...rest] = rows
    const answers = new Map<string, Settlement>([[first?.id ?? '', DONE]])
    if (second !== undefined) answers.set(second.id, { state: 'pending' })
    for (const row of rest) answers.set(row.id, DONE)
    return answers
  })
  for (const shiftId of ['one', 'two', 'three']) await queue.add({ ...SCAN, shiftId }, 'user-1')
  await queue.speakAs(null)
  const plain = queue.snapshot().rows
  expect(plain.map(({ shiftId, deviceSeq }) => [shiftId, deviceSeq])).toEqual([
    ['one', 1],
    ['two', 2],
    ['three', 3],
  ])
  await queue.speakAs('user-1')
  expect(sent[0]?.map(({ shiftId }) => shiftId)).toEqual(['one', 'two', 'three'])
})

test('a refusal is kept with its reason until it was seen', async () => {
  const { queue } = queueWith(answerAll(REFUSED))
  await queue.speakAs('user-1')
  await queue.add(SCAN, 'user-1')
  await queue.flush({ wait: 'ignore' })
  clock += 8 * 24 * 3_600_000
  await queue.prune()
  expect(queue.snapshot().rows.map(({ reason, isSeen }) => [reason, isSeen])).toEqual([
    ['code_expired', false],
  ])
  await queue.markSeen()
  await queue.prune()
  expect(queue.snapshot().rows).toEqual([])
})

test('what was accepted is kept for a week', async () => {
  const { queue } = queueWith(answerAll(DONE))
  await queue.speakAs('user-1')
  await queue.add(SCAN, 'user-1')
  await queue.flush({ wait: 'ignore' })
  clock += 6 * 24 * 3_600_000
  await queue.prune()
  expect(queue.snapshot().rows).toHaveLength(1)
  clock += 2 * 24 * 3_600_000
  await queue.prune()
  expect(queue.snapshot().rows).toEqual([])
})

test('a session that has ended keeps the record and asks to sign in', async () => {
  let error: unknown = new ApiError({ status: 401, code: 'session_ended' })
  const { queue } = queueWith((rows) => (error === null ? answerAll(DONE)(rows) : Promise.reject(error)))
  await queue.speakAs('user-1')
  await queue.add(SCAN, 'user-1')
  await queue.flush({ wait: 'ignore' })
  expect([queue.snapshot().needsSignIn, states(queue.snapshot().rows)]).toEqual([true, [['pending', 0]]])
  error = null
  await queue.speakAs('user-1')
  expect([queue.snapshot().needsSignIn, states(queue.snapshot().rows)]).toEqual([false, [['done', 0]]])
})

test('a record goes up only as the user who made it', async () => {
  const { queue, sent } = queueWith(answerAll(DONE))
  await queue.add(SCAN, 'user-1')
  await queue.speakAs('user-2')
  expect(sent).toEqual([])
  await queue.speakAs('user-1')
  expect(sent.flat().map(({ userId }) => userId)).toEqual(['user-1'])
})

test('a scan before signing in belongs to who signs in soon after, and to nobody later', async () => {
  const { queue } = queueWith(answerAll(DONE))
  await queue.add(SCAN, null)
  clock += 60_000
  await queue.speakAs('user-1')
  await queue.speakAs(null)
  await queue.add({ ...SCAN, capturedAt: clock }, null)
  clock += 16 * 60_000
  await queue.speakAs('user-2')
  expect(queue.snapshot().rows.map(({ userId, state, reason }) => [userId, state, reason])).toEqual([
    ['user-1', 'done', null],
    [null, 'refused', 'not_signed_in'],
  ])
})

test('what is waiting survives a new page, and the numbers go on', async () => {
  const first = queueWith(offline)
  await first.queue.add(SCAN, 'user-1')
  store = openPhoneStore(file)
  const second = queueWith(answerAll(DONE))
  await second.queue.add({ ...SCAN, kind: 'exit' }, 'user-1')
  await second.queue.speakAs('user-1')
  expect(second.queue.snapshot().rows.map(({ deviceSeq, kind, state }) => [deviceSeq, kind, state])).toEqual([
    [1, 'entry', 'done'],
    [2, 'exit', 'done'],
  ])
})

test('two flushes at once send a record once', async () => {
  const { queue, sent } = queueWith(answerAll(DONE))
  await queue.add(SCAN, 'user-1')
  await Promise.all([
    queue.speakAs('user-1'),
    queue.flush({ wait: 'ignore' }),
    queue.flush({ wait: 'ignore' }),
  ])
  expect(sent.flat()).toHaveLength(1)
})

test('the body says whose code, when, and how far the clock is off', async () => {
  const { queue } = queueWith(offline)
  const row = await queue.add(SCAN, 'user-1')
  expect(checkInOf(row)).toEqual({
    code: SCAN.code,
    type: 'entry',
    method: 'scan',
    occurred_at: '2026-11-26T01:00:00.000Z',
    nonce: row.id,
    captured_at: '2026-11-26T01:00:05.000Z',
    server_offset_ms: 250,
    device_seq: 1,
  })
})

test('a mark on the list is at the corrected time, or when the leader says', async () => {
  const { queue } = queueWith(offline)
  const list: Capture = { ...SCAN, method: 'list', code: null, personId: 'person-1' }
  const now = await queue.add(list, 'user-1')
  expect(checkInOf(now).occurred_at).toBe('2026-11-26T01:00:05.250Z')
  const earlier = await queue.add(
    { ...list, saidAt: '2026-11-26T00:30:00Z', lateReason: '手机没电' },
    'user-1',
  )
  expect(checkInOf(earlier)).toMatchObject({ occurred_at: '2026-11-26T00:30:00Z', reason: '手机没电' })
})

test('a clock that lost its date says nothing', async () => {
  const { queue } = queueWith(offline)
  const row = await queue.add({ ...SCAN, capturedAt: 0 }, 'user-1')
  const body = checkInOf({ ...row, serverOffsetMs: SCAN.capturedAt })
  expect([body.captured_at, body.server_offset_ms]).toEqual([undefined, undefined])
  expect(body.occurred_at).toBe('2026-11-26T01:00:00.000Z')
})
