import { type SearchParams, searchOf } from '../../app/search-params'

export type ImportsSearch = SearchParams<'q' | 'kind' | 'state' | 'organisation_id' | 'sort'>
export const importsSearch = searchOf('q', 'kind', 'state', 'organisation_id', 'sort')

export type NewImportSearch = SearchParams<'kind' | 'organisation_id'>
export const newImportSearch = searchOf('kind', 'organisation_id')
