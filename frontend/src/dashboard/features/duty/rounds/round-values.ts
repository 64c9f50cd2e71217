import type { DutyRoundCopyIn } from '@/shared/api/schema.gen'
import type { Direction, DutyRoundIn } from '../duty-types'

/** What the form of a new round asks for. */
export interface RoundValues {
  readonly way: 'copy' | 'blank'
  readonly from?: string
  readonly organisation_id?: string
  readonly year: number
  readonly direction: Direction
  readonly title: string
  readonly as_of: string
  readonly report_due_on: string
  readonly meeting_on?: string | null
}

export function roundIn(values: RoundValues): DutyRoundIn {
  const { organisation_id = '', year, direction, title, as_of, report_due_on, meeting_on = null } = values
  return { organisation_id, year, direction, title: title.trim(), as_of, report_due_on, meeting_on }
}

export function copyIn({ year, title, as_of, report_due_on }: RoundValues): DutyRoundCopyIn {
  return { year, title: title.trim(), as_of, report_due_on }
}

/** Reports of a year are due by its end, or two weeks from now where that is sooner gone. */
export function usualDueOn(year: number, today: string): string {
  const end = `${year}-12-31`
  return end > today ? end : dayAfter(today, 14)
}

/** The list is made as of today, or of the year's end once that is over. */
export function usualAsOf(year: number, today: string): string {
  const end = `${year}-12-31`
  return end < today ? end : today
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
