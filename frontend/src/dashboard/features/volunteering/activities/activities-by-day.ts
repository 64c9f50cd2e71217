import { wallTime } from '@/shared/format/zoned-time'
import type { ActivityOut } from '../volunteering-types'

/** Activities by the day on which they begin, in order. */
export function byDay(
  activities: readonly ActivityOut[],
  timeZone: string,
): ReadonlyMap<string, readonly ActivityOut[]> {
  const days = new Map<string, ActivityOut[]>()
  for (const activity of activities) {
    const { day } = wallTime(activity.starts_at, timeZone)
    days.set(day, [...(days.get(day) ?? []), activity])
  }
  return days
}
