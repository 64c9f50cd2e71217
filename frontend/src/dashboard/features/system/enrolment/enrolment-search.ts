import { type SearchParams, searchOf } from '../../../app/search-params'

export const enrolUsersSearch = searchOf('q', 'organisation_id', 'secretaries', 'lacking')
export type EnrolUsersSearch = SearchParams<'q' | 'organisation_id' | 'secretaries' | 'lacking'>

export const enrolRolesSearch = searchOf('q', 'organisation_id', 'secretaries')
export type EnrolRolesSearch = SearchParams<'q' | 'organisation_id' | 'secretaries'>

/** What somebody on a roster lacks that a system administrator can give. */
export const LACKS = ['account', 'sign_in'] as const
export type AccountLack = (typeof LACKS)[number]

export function lackOf(lacking: string | undefined): AccountLack {
  return LACKS.find((each) => each === lacking) ?? 'account'
}
