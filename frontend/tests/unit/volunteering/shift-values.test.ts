import { expect, test } from 'vitest'
import { nextShift, shiftIn } from '@/dashboard/features/volunteering/plan/shift-values'

const SHIFT = { post: ' 巡护 ', day: '2026-11-30', from: '22:00', to: '02:00' }

test('a shift over midnight ends the next day', () => {
  expect(shiftIn(SHIFT, 'Asia/Shanghai')).toEqual({
    post: '巡护',
    place: null,
    starts_at: '2026-11-30T22:00:00+08:00',
    ends_at: '2026-12-01T02:00:00+08:00',
    capacity: null,
    break_minutes: 0,
    opens_minutes: 30,
    closes_minutes: 30,
  })
})

test('the next shift follows the last one, as long as the day has room', () => {
  expect(nextShift({ post: '巡护', from: '09:00', to: '11:30' })).toEqual({
    post: '巡护',
    from: '11:30',
    to: '14:00',
  })
  expect(nextShift({ from: '18:00', to: '22:00' })).toEqual({ from: '18:00', to: '22:00' })
  expect(nextShift(undefined)).toEqual({})
})
