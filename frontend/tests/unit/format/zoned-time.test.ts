import { expect, test } from 'vitest'
import { dayAfter, instantAt, wallTime } from '@/shared/format/zoned-time'

test('the committee’s clock decides the day, wherever the browser is', () => {
  expect(wallTime('2026-11-21T23:30:00Z', 'Asia/Shanghai')).toEqual({ day: '2026-11-22', time: '07:30' })
  expect(wallTime('2026-11-21T16:00:00Z', 'Asia/Shanghai')).toEqual({ day: '2026-11-22', time: '00:00' })
})

test('a day and a time become an instant with the zone’s offset', () => {
  expect(instantAt('2026-11-22', '09:00', 'Asia/Shanghai')).toBe('2026-11-22T09:00:00+08:00')
  expect(instantAt('2026-07-01', '09:00', 'America/St_Johns')).toBe('2026-07-01T09:00:00-02:30')
  expect(instantAt('2026-11-22', '09:00', 'Asia/Kathmandu')).toBe('2026-11-22T09:00:00+05:45')
})

test('days are counted over the end of a month', () => {
  expect(dayAfter('2026-11-30', 2)).toBe('2026-12-02')
})
