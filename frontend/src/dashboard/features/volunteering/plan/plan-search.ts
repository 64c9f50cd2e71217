import { type SearchParams, searchOf } from '../../../app/search-params'

/** What a new activity is planned from. */
export const newActivitySearch = searchOf('from', 'way')
export type NewActivitySearch = SearchParams<'from' | 'way'>
