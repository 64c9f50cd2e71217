import { type SearchParams, searchOf } from '../../app/search-params'

export const organisationsSearch = searchOf('selected', 'tab', 'as_of')
export type OrganisationsSearch = SearchParams<'selected' | 'tab' | 'as_of'>
export type ChangeSearch = (change: OrganisationsSearch) => void

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The day to show, `YYYY-MM-DD`; undefined for today and for what is no day. */
export function dayOf({ as_of }: OrganisationsSearch): string | undefined {
  return as_of !== undefined && DAY.test(as_of) ? as_of : undefined
}
