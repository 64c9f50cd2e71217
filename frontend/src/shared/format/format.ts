import type { Locale } from '../i18n/locale'

export interface Format {
  /** `2026-11-22` → 2026年11月22日 / Nov 22, 2026; a dash for nothing. */
  date(on: string | null | undefined): string
  /** RFC 3339 instant → its date in the committee's time zone. */
  dayOf(at: string): string
  /** RFC 3339 instant → date and minute in the committee's time zone. */
  dateTime(at: string | null | undefined): string
  /** RFC 3339 instant → hour and minute in the committee's time zone. */
  time(at: string): string
  /** `2026-11` → 2026年11月 / November 2026. */
  month(of: string): string
  number(value: number): string
  percent(part: number, whole: number): string
}

export const NOTHING = '—'

/** `timeZone` is the committee's: everybody sees the office's clock, wherever the browser is. */
export function createFormat(locale: Locale, timeZone: string): Format {
  const numbers = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const dates = dateFormatter(locale, 'UTC')
  const zoned = dateFormatter(locale, timeZone)
  const months = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' })
  const times = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return {
    // A date has no time zone: read as UTC and shown as UTC, it stays the same day everywhere.
    date: (on) => (on ? dates.format(new Date(`${on.slice(0, 10)}T00:00:00Z`)) : NOTHING),
    dayOf: (at) => zoned.format(new Date(at)),
    dateTime(at) {
      if (!at) return NOTHING
      const instant = new Date(at)
      return `${zoned.format(instant)} ${times.format(instant)}`
    },
    time: (at) => times.format(new Date(at)),
    month: (of) => months.format(new Date(`${of.slice(0, 7)}-01T00:00:00Z`)),
    number: (value) => numbers.format(value),
    percent: (part, whole) => (whole === 0 ? NOTHING : percents.format(part / whole)),
  }
}

function dateFormatter(locale: Locale, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: locale === 'zh-CN' ? 'long' : 'short',
    day: 'numeric',
  })
}

/** Whole days from one date to another, both `YYYY-MM-DD`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
