import { type SearchParams, searchOf } from '../../../app/search-params'

export const changesSearch = searchOf('view', 'state', 'kind', 'organisation_id', 'q', 'sort')
export type ChangesSearch = SearchParams<'view' | 'state' | 'kind' | 'organisation_id' | 'q' | 'sort'>

export const newChangeSearch = searchOf('kind', 'organisation_id')
export type NewChangeSearch = SearchParams<'kind' | 'organisation_id'>
