import { expect, test } from 'vitest'
import { currentShift, decideKind, todayShifts } from '@/phone/pages/check-in/today'
import type { QueueRow } from '@/phone/queue/queue-row'
import type { CheckInOut, OwnAttendanceShiftOut } from '@/shared/api/schema.gen'

const NINE = Date.parse('2026-11-26T01:00:00Z')
const MINUTE = 60_000
const at = (minutes: number) => new Date(NINE + minutes * MINUTE).toISOString()

const ENTRY = { type: 'entry', state: 'accepted', occurred_at: at(0) } as CheckInOut
const SHIFT: OwnAttendanceShiftOut = {
  activity_id: 'activity-1',
  activity_title: '植树',
  shift_id: 'shift-1',
  post: '栽种',
  starts_at: at(0),
  ends_at: at(180),
  next: 'entry',
  minutes: 0,
  check_ins: [],
}

function row(part: Partial<QueueRow>): QueueRow {
  return {
    id: 'row',
    userId: 'user-1',
    kind: 'entry',
    method: 'scan',
    shiftId: 'shift-1',
    code: 'G1',
    memberCode: null,
    personId: null,
    lateReason: null,
    saidAt: null,
    capturedAt: NINE,
    deviceSeq: 1,
    monotonicMs: 0,
    serverOffsetMs: null,
    state: 'pending',
    tries: 0,
    nextTryAt: 0,
    outcome: null,
    reason: null,
    countedAt: null,
    settledAt: null,
    isSeen: false,
    ...part,
  }
}

function kept(items: OwnAttendanceShiftOut[], keptAt = NINE) {
  return { value: { server_time: at(0), items }, keptAt, isOld: false }
}

const nextOf = (item: OwnAttendanceShiftOut, rows: readonly QueueRow[]) =>
  todayShifts(kept([item]), rows).map(({ next, isWaiting }) => [next, isWaiting])

test('a record that waits on this phone counts as what comes before', () => {
  expect(nextOf(SHIFT, [])).toEqual([['entry', false]])
  expect(nextOf(SHIFT, [row({})])).toEqual([['exit', true]])
  expect(nextOf({ ...SHIFT, next: 'exit' }, [row({ kind: 'exit' })])).toEqual([['entry', true]])
})

test('what was refused, done twice, or is for another shift changes nothing', () => {
  const others = [
    row({ state: 'refused', settledAt: NINE + 1 }),
    row({ state: 'done', outcome: 'duplicate', settledAt: NINE + 1 }),
    row({ shiftId: 'shift-2' }),
    row({ method: 'list', personId: 'person-2' }),
  ]
  expect(nextOf(SHIFT, others)).toEqual([['entry', false]])
})

test('what the server took after its last answer counts, what it took before is in the answer', () => {
  const after = row({ state: 'done', outcome: 'accepted', settledAt: NINE + MINUTE })
  const before = row({ state: 'done', outcome: 'accepted', settledAt: NINE - MINUTE })
  expect(nextOf(SHIFT, [after])).toEqual([['exit', false]])
  expect(nextOf(SHIFT, [before])).toEqual([['entry', false]])
})

test('the button is for where one is in, else for what comes, else for what is done', () => {
  const done: OwnAttendanceShiftOut = { ...SHIFT, shift_id: 'done', next: 'done', minutes: 90 }
  const inside: OwnAttendanceShiftOut = { ...SHIFT, shift_id: 'inside', next: 'exit', check_ins: [ENTRY] }
  const later = { ...SHIFT, shift_id: 'later', starts_at: at(200), ends_at: at(300) }
  const current = (...items: OwnAttendanceShiftOut[]) =>
    currentShift(todayShifts(kept(items), []), NINE + 190 * MINUTE)?.shift_id
  expect(current(done, later, inside)).toBe('inside')
  expect(current(done, later)).toBe('later')
  expect(current(done)).toBe('done')
  expect(current(SHIFT)).toBe('shift-1')
  expect(current()).toBeUndefined()
})

const scan = (minutes: number) => ({ shiftId: 'shift-1', capturedAt: NINE + minutes * MINUTE })

test('a code means the way in, and later the way out', () => {
  const inside = kept([{ ...SHIFT, next: 'exit', check_ins: [ENTRY] }])
  expect(decideKind(kept([SHIFT]), [], scan(0))).toBe('entry')
  expect(decideKind(inside, [], scan(60))).toBe('exit')
  expect(decideKind(inside, [], scan(5))).toBe('ask')
  expect(decideKind(kept([{ ...SHIFT, next: 'done', minutes: 90 }]), [], scan(120))).toBe('entry')
})

test('where nothing is known of the shift, this phone’s own records decide', () => {
  expect(decideKind(null, [], scan(0))).toBe('entry')
  expect(decideKind(null, [row({})], scan(60))).toBe('exit')
  expect(decideKind(null, [row({})], scan(1))).toBe('ask')
  expect(decideKind(null, [row({}), row({ kind: 'exit' })], scan(60))).toBe('entry')
})
