import { type SearchParams, searchOf } from '../../../app/search-params'

export const teamsSearch = searchOf('q', 'disbanded')
export type TeamsSearch = SearchParams<'q' | 'disbanded'>
