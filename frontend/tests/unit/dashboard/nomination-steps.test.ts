import { expect, test } from 'vitest'
import { doneBy, placeOf } from '@/dashboard/features/secretaries/nominations/nomination-steps'

const entry = (action: string, recorded_at: string, from_state: string | null = null) => ({
  action: `nomination.${action}`,
  recorded_at,
  occurred_at: recorded_at,
  actor_label: action,
  actor_role: null,
  from_state,
  to_state: null,
  reason: null,
  late: false,
  delay_minutes: 0,
})

const HISTORY = [
  entry('submit', '2026-10-08T02:00:00Z'),
  entry('submit', '2026-10-12T02:00:00Z'),
  entry('endorse', '2026-11-10T02:00:00Z'),
  entry('reject', '2026-11-20T02:00:00Z', 'endorsed'),
  entry('withdraw', '2026-11-21T02:00:00Z', 'returned'),
]

test('what was rejected or withdrawn stands at the step that it had come to', () => {
  expect(placeOf({ state: 'rejected' }, HISTORY)).toEqual({ at: 4, status: 'error' })
  expect(placeOf({ state: 'withdrawn' }, HISTORY)).toEqual({ at: 1, status: 'error' })
  expect(placeOf({ state: 'rejected' }, [])).toEqual({ at: 1, status: 'error' })
  expect(placeOf({ state: 'appointed' }, [])).toEqual({ at: 5, status: 'finish' })
})

test('a step names who did it last, and nobody once it has to be done anew', () => {
  const endorsed = placeOf({ state: 'endorsed' }, HISTORY)
  expect(doneBy('submit', endorsed, HISTORY)?.recorded_at).toBe('2026-10-12T02:00:00Z')
  expect(doneBy('approve', endorsed, HISTORY)).toBeUndefined()
  const returned = placeOf({ state: 'returned' }, HISTORY)
  expect(doneBy('submit', returned, HISTORY)).toBeUndefined()
})
