import { expect, test } from 'vitest'
import { matches, presentRow } from '@/phone/pages/lead/roster'
import { saidFault } from '@/phone/pages/lead/said-fault'
import { instantIn, localIn } from '@/phone/pages/lead/said-time'
import { shownCode } from '@/phone/pages/lead/shown-code'
import type { QueueRow } from '@/phone/queue/queue-row'
import type { RosterLineOut } from '@/shared/api/schema.gen'

const NINE = Date.parse('2026-11-26T01:00:00Z')
const at = (seconds: number) => new Date(NINE + seconds * 1000).toISOString()
const CODES = [0, 20, 40].map((from) => ({
  code: `code-${from}`,
  shown_from: at(from),
  shown_until: at(from + 20),
}))

test('the code of the moment is shown with what is left of it', () => {
  expect(shownCode(CODES, NINE)).toEqual({ code: 'code-0', restSeconds: 20, restMinutes: 1 })
  expect(shownCode(CODES, NINE + 19_999)).toEqual({ code: 'code-0', restSeconds: 1, restMinutes: 0 })
  expect(shownCode(CODES, NINE + 20_000).code).toBe('code-20')
})

test('when the codes at hand are used up, none is shown', () => {
  expect(shownCode(CODES, NINE + 60_000)).toEqual({ code: null, restSeconds: 0, restMinutes: 0 })
  expect(shownCode([], NINE).code).toBeNull()
})

test('a time is read on the committee’s clock, wherever the phone is', () => {
  expect(instantIn('Asia/Shanghai', '2026-11-26T09:00')).toBe('2026-11-26T01:00:00.000Z')
  expect(localIn('Asia/Shanghai', NINE)).toBe('2026-11-26T09:00')
  expect(instantIn('America/New_York', localIn('America/New_York', NINE))).toBe('2026-11-26T01:00:00.000Z')
})

test('a mark of earlier needs a reason after a quarter of an hour, and none lies ahead', () => {
  const said = (minutesAgo: number, reason = '') => ({ at: at(-minutesAgo * 60), reason })
  expect(saidFault(null, NINE)).toBeNull()
  expect(saidFault(said(15), NINE)).toBeNull()
  expect(saidFault(said(16), NINE)).toBe('why_needed')
  expect(saidFault(said(16, '手机没电'), NINE)).toBeNull()
  expect(saidFault(said(-1), NINE)).toBe('time_ahead')
})

const PERSON: RosterLineOut = {
  person_id: 'person-1',
  name: '赵建国',
  organisation_name: '第一党支部',
  shift_id: 'shift-1',
  post: '栽种',
  sign_up_state: 'confirmed',
  presence: 'expected',
  needs_review: false,
  pairs: [],
  minutes: 0,
}
const MARK = { personId: 'person-1', shiftId: 'shift-1', kind: 'entry', state: 'pending' } as QueueRow

test('a mark that waits is shown at once', () => {
  expect(presentRow(PERSON, [], NINE).presence).toBe('expected')
  expect(presentRow(PERSON, [MARK], NINE).presence).toBe('inside')
  expect(presentRow(PERSON, [MARK, { ...MARK, kind: 'exit' }], NINE).presence).toBe('left')
  expect(presentRow(PERSON, [{ ...MARK, state: 'refused' }], NINE).presence).toBe('expected')
  expect(presentRow(PERSON, [{ ...MARK, personId: 'person-2' }], NINE).presence).toBe('expected')
})

test('a mark that was taken after the list came is drawn over it', () => {
  const taken: QueueRow = { ...MARK, state: 'done', outcome: 'accepted', settledAt: NINE }
  expect(presentRow(PERSON, [taken], NINE - 1)).toMatchObject({ presence: 'inside', waiting: null })
  expect(presentRow(PERSON, [taken], NINE + 1).presence).toBe('expected')
})

test('the list is filtered by name and presence', () => {
  const inside = presentRow({ ...PERSON, presence: 'inside', needs_review: true }, [], NINE)
  expect(matches(inside, { q: ' 建国 ', presence: 'all' })).toBe(true)
  expect(matches(inside, { q: '李', presence: 'all' })).toBe(false)
  expect(matches(inside, { q: '', presence: 'expected' })).toBe(false)
  expect(matches(inside, { q: '', presence: 'review' })).toBe(true)
})
