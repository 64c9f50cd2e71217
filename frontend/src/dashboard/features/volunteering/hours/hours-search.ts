import { type SearchParams, searchOf } from '../../../app/search-params'
import type { HoursKind, HoursState, SummaryBy } from '../volunteering-types'

export const hoursSearch = searchOf(
  'view',
  'q',
  'kind',
  'state',
  'month',
  'organisation_id',
  'team_id',
  'person_id',
  'activity_id',
)
export type HoursSearch = SearchParams<
  'view' | 'q' | 'kind' | 'state' | 'month' | 'organisation_id' | 'team_id' | 'person_id' | 'activity_id'
>

export const figuresSearch = searchOf('by', 'organisation_id', 'from_month', 'until_month')
export type FiguresSearch = SearchParams<'by' | 'organisation_id' | 'from_month' | 'until_month'>

/** What is verified in bulk, what needs a look, what is disputed, and everything. */
export const HOURS_VIEWS = ['plain', 'flagged', 'disputed', 'all'] as const
export type HoursView = (typeof HOURS_VIEWS)[number]

export function hoursViewOf(view: string | undefined): HoursView {
  return HOURS_VIEWS.find((each) => each === view) ?? 'plain'
}

export const HOURS_KINDS: readonly HoursKind[] = ['recorded', 'late_entry']
export const HOURS_STATES: readonly HoursState[] = ['pending', 'verified', 'rejected', 'disputed', 'adjusted']

export function hoursKindOf(kind: string | undefined): HoursKind | null {
  return HOURS_KINDS.find((each) => each === kind) ?? null
}

export function hoursStateOf(state: string | undefined): HoursState | null {
  return HOURS_STATES.find((each) => each === state) ?? null
}

export const ROWS_BY = ['organisation', 'team', 'person'] as const

export function rowsByOf(by: string | undefined): Exclude<SummaryBy, 'month'> {
  return ROWS_BY.find((each) => each === by) ?? 'organisation'
}
