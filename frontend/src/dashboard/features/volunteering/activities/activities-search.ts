import { type SearchParams, searchOf } from '../../../app/search-params'
import type { ActivityState } from '../volunteering-types'

export const activitiesSearch = searchOf(
  'view',
  'month',
  'q',
  'state',
  'team_id',
  'organisation_id',
  'template',
  'sort',
)
export type ActivitiesSearch = SearchParams<
  'view' | 'month' | 'q' | 'state' | 'team_id' | 'organisation_id' | 'template' | 'sort'
>

export const activitySearch = searchOf('tab', 'shift_id', 'presence', 'q')
export type ActivitySearch = SearchParams<'tab' | 'shift_id' | 'presence' | 'q'>

export const ACTIVITY_STATES: readonly ActivityState[] = [
  'draft',
  'published',
  'in_progress',
  'completed',
  'settled',
  'cancelled',
]

export function activityStateOf(state: string | undefined): ActivityState | undefined {
  return ACTIVITY_STATES.find((each) => each === state)
}
