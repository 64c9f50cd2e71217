import type { DutyResultState } from '@/shared/api/schema.gen'
import { type SearchParams, searchOf } from '../../../app/search-params'

export const resultsSearch = searchOf('q', 'state', 'grade', 'organisation_id')
export type ResultsSearch = SearchParams<'q' | 'state' | 'grade' | 'organisation_id'>

export const RESULT_STATES = [
  'proposed',
  'awaiting_confirmation',
  'decided',
  'published',
] as const satisfies readonly DutyResultState[]

export function resultStateOf(text: string | undefined): DutyResultState | undefined {
  return RESULT_STATES.find((state) => state === text)
}
