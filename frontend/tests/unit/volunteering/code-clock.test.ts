import { expect, test } from 'vitest'
import { codeNow, fetchedCode, minutesLeft } from '@/dashboard/features/volunteering/screen/code-clock'

const NOON = Date.parse('2026-11-28T04:00:00Z')
const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString()
const ANSWER = {
  shift_id: 's',
  activity_id: 'a',
  activity_title: '',
  post: '',
  server_time: at(5),
  step_seconds: 20,
  valid_until: at(40),
  code: 'one',
  codes: [
    { code: 'one', shown_from: at(0), shown_until: at(20) },
    { code: 'two', shown_from: at(20), shown_until: at(40) },
  ],
  confirmed: 0,
  present: 0,
  left: 0,
}

test('a device an hour behind shows the code of the server’s time', () => {
  const asked = NOON - 3_600_000
  const fetched = fetchedCode(ANSWER, asked, asked + 2000)
  expect(codeNow(fetched, asked + 1000)?.code.code).toBe('one')
  expect(codeNow(fetched, asked + 1000)?.rest).toBe(15)
  expect(codeNow(fetched, asked + 16_000)?.code.code).toBe('two')
})

test('no code is shown once those fetched are used up', () => {
  const fetched = fetchedCode(ANSWER, NOON + 5000, NOON + 5000)
  expect(codeNow(fetched, NOON + 40_000)).toBeNull()
  expect(minutesLeft(fetched, NOON + 90_000)).toBe(0)
})
