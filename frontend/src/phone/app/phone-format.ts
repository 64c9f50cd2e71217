import { createFormat, type Format } from '@/shared/format/format'
import type { Locale } from '@/shared/i18n/locale'

export interface PhoneFormat extends Format {
  /** RFC 3339 instant → 08:30. */
  time(at: string): string
  /** From one instant to another of the same day: 11月26日周四 08:30–11:30. */
  span(from: string, until: string): string
  /** 192 → 3 小时 12 分. */
  duration(minutes: number): string
}

export function createPhoneFormat(locale: Locale, timeZone: string): PhoneFormat {
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const times = new Intl.DateTimeFormat(locale, clock)
  const days = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: locale === 'zh-CN' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  })
  const time = (at: string) => times.format(new Date(at))
  const day = (at: string) => days.format(new Date(at))
  return {
    ...createFormat(locale, timeZone),
    time,
    span(from, until) {
      const end = day(from) === day(until) ? time(until) : `${day(until)} ${time(until)}`
      return `${day(from)} ${time(from)}–${end}`
    },
    duration: (minutes) => (locale === 'zh-CN' ? chineseDuration(minutes) : englishDuration(minutes)),
  }
}

// A number and its unit stay on one line.
function chineseDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest}\u00a0分`
  return rest === 0 ? `${hours}\u00a0小时` : `${hours}\u00a0小时 ${rest}\u00a0分`
}

function englishDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest}\u00a0min`
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h ${rest}\u00a0min`
}
