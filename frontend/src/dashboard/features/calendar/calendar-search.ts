import { type SearchParams, searchOf } from '../../app/search-params'

export const calendarSearch = searchOf('year', 'edit')
export type CalendarSearch = SearchParams<'year' | 'edit'>

export const FIRST_YEAR = 2000
export const LAST_YEAR = 2199

/** The year in the address, or the present one. */
export function yearOf(year: string | undefined, today: string): number {
  const chosen = Number(year)
  const isYear = Number.isInteger(chosen) && chosen >= FIRST_YEAR && chosen <= LAST_YEAR
  return isYear ? chosen : Number(today.slice(0, 4))
}
