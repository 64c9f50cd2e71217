import type { ObjectionState } from '@/shared/api/schema.gen'
import { type SearchParams, searchOf } from '../../app/search-params'

export const objectionsSearch = searchOf('q', 'state', 'organisation_id', 'sort')
export type ObjectionsSearch = SearchParams<'q' | 'state' | 'organisation_id' | 'sort'>

export const STATES: readonly ObjectionState[] = ['filed', 'examining', 'upheld', 'dismissed']

export function objectionStateOf(state: string | undefined): ObjectionState | null {
  return STATES.find((each) => each === state) ?? null
}
