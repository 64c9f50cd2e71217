import { type SearchParams, searchOf } from '../../../app/search-params'

export const usersSearch = searchOf('q', 'state', 'organisation_id', 'sort')
export type UsersSearch = SearchParams<'q' | 'state' | 'organisation_id' | 'sort'>

/** The state to filter by; none when the address names one that there is not. */
export function userStateOf(state: string | undefined): 'active' | 'disabled' | null {
  return state === 'active' || state === 'disabled' ? state : null
}
