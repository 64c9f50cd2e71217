import { type SearchParams, searchOf } from '../../../app/search-params'

/** Of both pages; only that of accounts asks what is lacking. */
export const enrolmentSearch = searchOf('q', 'organisation_id', 'secretaries', 'lacking')
export type EnrolmentSearch = SearchParams<'q' | 'organisation_id' | 'secretaries' | 'lacking'>
