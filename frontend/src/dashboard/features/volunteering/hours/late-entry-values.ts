import { instantAt } from '@/shared/format/zoned-time'
import type { LateEntryIn } from '../volunteering-types'

export interface LateEntryValues {
  readonly person_id: string
  readonly source: 'activity' | 'title'
  readonly activity_id?: string
  readonly title?: string
  readonly day: string
  readonly began: string
  readonly hours?: number | null
  readonly minutes?: number | null
  readonly reason: string
}

export function lengthOf({ hours, minutes }: Pick<LateEntryValues, 'hours' | 'minutes'>): number {
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

export function lateEntryIn(values: LateEntryValues, timeZone: string): LateEntryIn {
  const { person_id, source, activity_id, title, day, began, reason } = values
  return {
    person_id,
    ...(source === 'activity' && activity_id !== undefined && { activity_id }),
    ...(source === 'title' && { title: title?.trim() ?? '' }),
    day,
    occurred_at: instantAt(day, began, timeZone),
    minutes: lengthOf(values),
    reason: reason.trim(),
  }
}
