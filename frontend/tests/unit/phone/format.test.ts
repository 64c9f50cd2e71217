import { expect, test } from 'vitest'
import { createPhoneFormat } from '@/phone/app/phone-format'

const zh = createPhoneFormat('zh-CN', 'Asia/Shanghai')
const en = createPhoneFormat('en-US', 'Asia/Shanghai')
const plain = (text: string) => text.replace(/\s/g, ' ')

test('minutes are told in hours and minutes', () => {
  expect([0, 45, 60, 192].map((minutes) => plain(zh.duration(minutes)))).toEqual([
    '0 分',
    '45 分',
    '1 小时',
    '3 小时 12 分',
  ])
  expect([0, 45, 60, 192].map((minutes) => plain(en.duration(minutes)))).toEqual([
    '0 min',
    '45 min',
    '1 h',
    '3 h 12 min',
  ])
})

test('a span names its day once, and both where there are two', () => {
  expect(zh.span('2026-11-26T00:30:00Z', '2026-11-26T03:30:00Z')).toBe('11月26日周四 08:30–11:30')
  expect(en.span('2026-11-26T00:30:00Z', '2026-11-26T03:30:00Z')).toBe('Thu, Nov 26 08:30–11:30')
  expect(zh.span('2026-11-26T12:00:00Z', '2026-11-26T18:00:00Z')).toBe(
    '11月26日周四 20:00–11月27日周五 02:00',
  )
})
