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
