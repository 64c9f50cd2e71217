const LENGTH_OF_WEEK = 7

/** The last day of a month: `2026-11` → `2026-11-30`. */
export function lastOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** `2026-12` and 1 → `2027-01`. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The weeks of a month from Monday to Sunday; null for days of its neighbours. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const length = Number(lastOf(month).slice(-2))
  const days = Array.from({ length }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
  const before = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + LENGTH_OF_WEEK - 1) % LENGTH_OF_WEEK
  const cells: (string | null)[] = [...Array.from({ length: before }, () => null), ...days]
  while (cells.length % LENGTH_OF_WEEK !== 0) cells.push(null)
  return Array.from({ length: cells.length / LENGTH_OF_WEEK }, (_, week) =>
    cells.slice(week * LENGTH_OF_WEEK, (week + 1) * LENGTH_OF_WEEK),
  )
}

/** The month that an address names, `YYYY-MM`; that of `fallback`, a day or a month, otherwise. */
export function monthOf(month: string | undefined, fallback: string): string {
  return month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : fallback.slice(0, 7)
}

/** From `from` until `until`, both included. */
export function monthsBetween(from: string, until: string): readonly string[] {
  const months: string[] = []
  for (let month = from; month <= until; month = monthAfter(month, 1)) months.push(month)
  return months
}
