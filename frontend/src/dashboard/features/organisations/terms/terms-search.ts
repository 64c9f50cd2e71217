import { type SearchParams, searchOf } from '../../../app/search-params'

export const termsSearch = searchOf('organisation_id', 'state', 'due', 'sort')
export type TermsSearch = SearchParams<'organisation_id' | 'state' | 'due' | 'sort'>

export const TERM_STATES = ['serving', 'electing', 'ended'] as const
export const DUE = ['due_soon', 'overdue'] as const

export function termStateOf(code: string | undefined) {
  return TERM_STATES.find((state) => state === code)
}

export function dueOf(code: string | undefined) {
  return DUE.find((due) => due === code)
}
