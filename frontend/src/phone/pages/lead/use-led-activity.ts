import { ApiError } from '@/shared/api/problem'
import type { ActivityOut, OwnActivityOut, OwnShiftOut, ShiftOut } from '@/shared/api/schema.gen'
import { json } from '../../app/api'
import { useKeptAnswer } from '../../app/kept-answer'

type LedShift = OwnShiftOut | ShiftOut

/** What both readings say of it. */
export type Led = (OwnActivityOut | ActivityOut) & { readonly shifts: readonly LedShift[] }

/** As its leader somebody reads it among the own activities, as staff among those of the role. */
async function askLed<T>(path: string, signal: AbortSignal): Promise<T> {
  try {
    return await json.get<T>(path, { signal })
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error
    return json.get<T>(path.replace('/me/', '/'), { signal })
  }
}

export function useLedActivity(id: string) {
  return useKeptAnswer<Led>(`/api/v1/me/activities/${id}`, askLed)
}

/** When the first of its shifts takes entries, in milliseconds. */
export function opensAt({ shifts, starts_at }: Led): number {
  const open = shifts.filter(({ cancelled_at }) => cancelled_at === null)
  if (open.length === 0) return Date.parse(starts_at)
  return Math.min(...open.map((shift) => Date.parse(shift.starts_at) - shift.opens_minutes * 60_000))
}

/** The shift that is on or comes next; the last one when all are over. */
export function presentShift(shifts: readonly LedShift[], now: number): LedShift | undefined {
  const open = shifts.filter(({ cancelled_at }) => cancelled_at === null)
  return open.find(({ ends_at }) => Date.parse(ends_at) > now) ?? open[open.length - 1]
}
