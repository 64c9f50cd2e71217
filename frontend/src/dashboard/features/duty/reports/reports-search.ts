import { searchOf } from '../../../app/search-params'
import type { DutyReportState } from '../duty-types'

export const reportsSearch = searchOf('q', 'organisation_id', 'round_id', 'state', 'late', 'sort')
export type ReportsSearch = ReturnType<typeof reportsSearch>

export const WRITTEN_STATES = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'presented',
] as const satisfies readonly DutyReportState[]

export function reportStateOf(text: string | undefined): DutyReportState | undefined {
  return WRITTEN_STATES.find((state) => state === text)
}
