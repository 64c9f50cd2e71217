import { type SearchParams, searchOf } from '../../../app/search-params'
import type { NominationState } from '../secretary-types'

export const nominationsSearch = searchOf(
  'view',
  'q',
  'organisation_id',
  'state',
  'post',
  'kind',
  'batch_id',
  'sort',
)
export type NominationsSearch = SearchParams<
  'view' | 'q' | 'organisation_id' | 'state' | 'post' | 'kind' | 'batch_id' | 'sort'
>

/** What a new nomination may be filled in with, from the page that suggests it. */
export const newNominationSearch = searchOf('organisation_id', 'batch_id', 'post')
export type NewNominationSearch = SearchParams<'organisation_id' | 'batch_id' | 'post'>

export const VIEWS = ['open', 'closed', 'batches'] as const
export type NominationsView = (typeof VIEWS)[number]

export const KINDS = ['election', 'mid_term'] as const

/** In the order of the way through. */
export const OPEN_STATES = [
  'draft',
  'returned',
  'submitted',
  'under_inspection',
  'inspected',
  'endorsed',
  'approved',
] as const satisfies readonly NominationState[]
export const CLOSED_STATES = [
  'appointed',
  'rejected',
  'withdrawn',
] as const satisfies readonly NominationState[]

export function viewOf(view: string | undefined): NominationsView {
  return VIEWS.find((each) => each === view) ?? 'open'
}

export function statesOf(view: NominationsView): readonly NominationState[] {
  return view === 'closed' ? CLOSED_STATES : OPEN_STATES
}
