import type { CalendarDayOut, DayKind } from '@/shared/api/schema.gen'

export interface MonthDay {
  readonly day: string
  readonly number: number
  readonly isWeekend: boolean
  readonly kind: DayKind | null
  readonly name: string
}

const LENGTH_OF_WEEK = 7
const SATURDAY = 6

/** 0 is Sunday; dates are read as UTC, so that no time zone moves them. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function isWeekend(day: string): boolean {
  return weekdayOf(day) % SATURDAY === 0
}

/** The weeks of a month from Monday to Sunday; days of its neighbours are left empty. */
export function weeksOf(
  year: number,
  month: number,
  special: ReadonlyMap<string, CalendarDayOut>,
): readonly (readonly (MonthDay | null)[])[] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const first = `${year}-${String(month).padStart(2, '0')}`
  const days = Array.from({ length }, (_, index) => {
    const number = index + 1
    const day = `${first}-${String(number).padStart(2, '0')}`
    const found = special.get(day)
    return { day, number, isWeekend: isWeekend(day), kind: found?.kind ?? null, name: found?.name ?? '' }
  })
  const before = (weekdayOf(`${first}-01`) + LENGTH_OF_WEEK - 1) % LENGTH_OF_WEEK
  const cells = [...Array.from({ length: before }, () => null), ...days]
  const weeks = Math.ceil(cells.length / LENGTH_OF_WEEK)
  return Array.from({ length: weeks }, (_, week) => {
    const row: (MonthDay | null)[] = cells.slice(week * LENGTH_OF_WEEK, (week + 1) * LENGTH_OF_WEEK)
    while (row.length < LENGTH_OF_WEEK) row.push(null)
    return row
  })
}

/** What a run of days means: weekdays off, or weekend days that are worked; the rest follow their weekday. */
export function daysOfRun(from: string, to: string, kind: DayKind, name: string): CalendarDayOut[] {
  const days: CalendarDayOut[] = []
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (isWeekend(day) === (kind === 'workday')) days.push({ day, kind, name })
  }
  return days
}

/** Days entered later take the place of earlier ones; in order of the year. */
export function withDays(known: readonly CalendarDayOut[], added: readonly CalendarDayOut[]) {
  const all = new Map([...known, ...added].map((each) => [each.day, each]))
  return [...all.values()].sort((one, other) => one.day.localeCompare(other.day))
}
