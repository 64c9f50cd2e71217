import { expect, test } from 'vitest'
import { createFormat, daysBetween } from '@/shared/format/format'

const zh = createFormat('zh-CN', 'Asia/Shanghai')
const en = createFormat('en-US', 'Asia/Shanghai')

test('writes dates as each language does', () => {
  expect(zh.date('2026-11-22')).toBe('2026年11月22日')
  expect(zh.date('2026-01-05')).toBe('2026年1月5日')
  expect(en.date('2026-11-22')).toBe('Nov 22, 2026')
})

test('a date stays the same day in every time zone of the office', () => {
  expect(createFormat('zh-CN', 'Pacific/Kiritimati').date('2026-11-22')).toBe('2026年11月22日')
  expect(createFormat('zh-CN', 'America/Los_Angeles').date('2026-11-22')).toBe('2026年11月22日')
})

test('an instant is shown on the office’s clock', () => {
  expect(zh.dateTime('2026-11-22T16:30:00Z')).toBe('2026年11月23日 00:30')
  expect(en.dateTime('2026-11-22T16:30:00+08:00')).toBe('Nov 22, 2026 16:30')
  expect(zh.dayOf('2026-11-22T16:30:00Z')).toBe('2026年11月23日')
})

test('shows a dash for what is not there', () => {
  expect([zh.date(null), zh.dateTime(undefined), zh.percent(1, 0)]).toEqual(['—', '—', '—'])
})

test('groups digits and writes shares with at most one decimal', () => {
  expect([zh.number(21365), zh.percent(1, 3), zh.percent(1, 2)]).toEqual(['21,365', '33.3%', '50%'])
})

test('counts days across months and the turn of the year', () => {
  expect(daysBetween('2026-11-22', '2026-11-22')).toBe(0)
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
  expect(daysBetween('2026-11-22', '2026-11-12')).toBe(-10)
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
})
