import { type SearchParams, searchOf } from '../../app/search-params'

export const secretariesSearch = searchOf(
  'q',
  'organisation_id',
  'as_of',
  'post',
  'full_time',
  'state',
  'sort',
)
export type SecretariesSearch = SearchParams<
  'q' | 'organisation_id' | 'as_of' | 'post' | 'full_time' | 'state' | 'sort'
>

export const vacanciesSearch = searchOf('q', 'organisation_id', 'as_of')
export type VacanciesSearch = SearchParams<'q' | 'organisation_id' | 'as_of'>

export const POSTS = ['secretary', 'deputy_secretary', 'full_time_deputy_secretary'] as const
export const APPOINTMENT_STATES = ['in_office', 'end_requested', 'end_agreed', 'ended'] as const

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What stands in the address, without what the server would not understand. */
export function askedOf<Name extends string>(value: string | undefined, known: readonly Name[]): Name | null {
  return known.find((each) => each === value) ?? null
}

export function dayOf(on: string | undefined): string | null {
  return on !== undefined && DAY.test(on) ? on : null
}
