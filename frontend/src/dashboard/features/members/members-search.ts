import { type SearchParams, searchOf } from '../../app/search-params'

type MemberFilter =
  | 'q'
  | 'organisation_id'
  | 'as_of'
  | 'service'
  | 'sex'
  | 'education'
  | 'nationality'
  | 'standing'
  | 'state'
  | 'age_from'
  | 'age_to'

export type MembersSearch = SearchParams<MemberFilter | 'sort'>

export const membersSearch = searchOf(
  'q',
  'organisation_id',
  'as_of',
  'service',
  'sex',
  'education',
  'nationality',
  'standing',
  'state',
  'age_from',
  'age_to',
  'sort',
)

/** What the roster and its export are asked for: an organisation always stands with what is below it. */
export function rosterFilters(search: MembersSearch) {
  return search.organisation_id === undefined ? search : { ...search, scope: 'subtree' }
}

export const newMemberSearch = searchOf('organisation_id')
export type NewMemberSearch = SearchParams<'organisation_id'>
