import { expect, test } from 'vitest'
import { lastOf, monthAfter, monthOf, monthsBetween, weeksOf } from '@/dashboard/features/volunteering/months'

test('months are counted over the end of a year', () => {
  expect([lastOf('2026-02'), lastOf('2028-02'), monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(
    ['2026-02-28', '2028-02-29', '2027-01', '2025-12'],
  )
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

test('a week begins on Monday, and every day of the month has its place', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
})

test('a wrong month in the address is the present one', () => {
  expect([monthOf('2026-13', '2026-11-22'), monthOf('2027-01', '2026-11-22')]).toEqual(['2026-11', '2027-01'])
})
