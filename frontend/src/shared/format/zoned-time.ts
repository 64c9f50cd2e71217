const PARTS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const

/** What the clock on the committee's wall shows at an instant: `2026-11-22` and `09:30`. */
export function wallTime(
  at: string | Date,
  timeZone: string,
): { readonly day: string; readonly time: string } {
  const format = new Intl.DateTimeFormat('en-CA', { ...PARTS, timeZone, hourCycle: 'h23' })
  const parts = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

const MINUTE = 60_000

/** The instant at which the committee's clock shows `time` on `day`, with the zone's offset: RFC 3339. */
export function instantAt(day: string, time: string, timeZone: string): string {
  const wished = Date.parse(`${day}T${time}:00Z`)
  const shown = wallTime(new Date(wished), timeZone)
  const offset = Math.round((Date.parse(`${shown.day}T${shown.time}:00Z`) - wished) / MINUTE)
  const sign = offset < 0 ? '-' : '+'
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${day}T${time}:00${sign}${two(offset / 60)}:${two(offset % 60)}`
}

/** `2026-11-30` and 2 → `2026-12-02`; dates are read as UTC, so that no zone moves them. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
