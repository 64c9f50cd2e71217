import { type SearchParams, searchOf } from '../../../app/search-params'

export const unitsSearch = searchOf('q', 'state', 'sort')
export type UnitsSearch = SearchParams<'q' | 'state' | 'sort'>

export const UNIT_STATES = ['active', 'closed'] as const

export function unitStateOf(code: string | undefined) {
  return UNIT_STATES.find((state) => state === code)
}
