import { expect, test } from 'vitest'
import { createServerClock } from '@/shared/clock/server-clock'

const NOON = Date.parse('2026-11-26T04:00:00Z')
const at = (ms: number) => new Date(NOON + ms).toISOString()

function clockAt(start = NOON) {
  let device = start
  const clock = createServerClock(() => device)
  return {
    clock,
    pass: (ms: number) => {
      device += ms
    },
  }
}

test('knows nothing before the first answer', () => {
  expect(clockAt().clock.offsetMs()).toBeNull()
})

test('takes the middle of the round trip for the server’s moment', () => {
  const { clock } = clockAt()
  clock.observe({ sentAt: NOON, receivedAt: NOON + 200, serverTime: at(5100) })
  expect([clock.offsetMs(), clock.now()]).toEqual([5000, NOON + 5000])
})

test('the shortest round trip wins', () => {
  const { clock } = clockAt()
  clock.observe({ sentAt: NOON, receivedAt: NOON + 100, serverTime: at(1050) })
  clock.observe({ sentAt: NOON, receivedAt: NOON + 900, serverTime: at(2000) })
  expect(clock.offsetMs()).toBe(1000)
  clock.observe({ sentAt: NOON, receivedAt: NOON + 40, serverTime: at(1220) })
  expect(clock.offsetMs()).toBe(1200)
})

test('an old estimate gives way, and after a day none is left', () => {
  const { clock, pass } = clockAt()
  clock.observe({ sentAt: NOON, receivedAt: NOON + 10, serverTime: at(5) })
  pass(11 * 60_000)
  const sentAt = NOON + 11 * 60_000
  clock.observe({ sentAt, receivedAt: sentAt + 1000, serverTime: at(11 * 60_000 + 3500) })
  expect(clock.offsetMs()).toBe(3000)
  pass(25 * 3_600_000)
  expect(clock.offsetMs()).toBeNull()
})

test('an answer that was under way too long, or says no time, is no witness', () => {
  const { clock } = clockAt()
  clock.observe({ sentAt: NOON, receivedAt: NOON + 30_000, serverTime: at(0) })
  clock.observe({ sentAt: NOON, receivedAt: NOON + 10, serverTime: 'noon' })
  clock.observe({ sentAt: NOON + 10, receivedAt: NOON, serverTime: at(0) })
  expect(clock.offsetMs()).toBeNull()
})

test('an earlier visit’s estimate serves until there is a new one', () => {
  const { clock } = clockAt()
  clock.recall({ offsetMs: 700, roundTripMs: 5000, takenAt: NOON - 3_600_000 })
  expect(clock.offsetMs()).toBe(700)
  clock.observe({ sentAt: NOON, receivedAt: NOON + 6000, serverTime: at(3900) })
  expect(clock.offsetMs()).toBe(900)
})
