import { type SearchParams, searchOf } from '../../../app/search-params'

export const permissionsSearch = searchOf('role')
export type PermissionsSearch = SearchParams<'role'>
