import type { CheckInType, OwnAttendanceOut, OwnAttendanceShiftOut } from '@/shared/api/schema.gen'
import type { Kept } from '../../app/kept-answer'
import type { QueueRow } from '../../queue/queue-row'

export interface TodayShift extends OwnAttendanceShiftOut {
  /** Whether something of it still has to reach the server. */
  readonly isWaiting: boolean
  /** When the person last checked in, by the server or else by this phone. */
  readonly insideSince: string | null
  /** Whether the person was in and out again, be it for less than a minute. */
  readonly hasServed: boolean
}

/** An exit so soon after the entry was most likely a second scan by mistake. */
export const SOON_MS = 10 * 60_000

/** Own scans for a shift that the answer cannot know yet. */
function newerRows(rows: readonly QueueRow[], shiftId: string, keptAt: number): readonly QueueRow[] {
  return rows.filter(
    (row) =>
      row.shiftId === shiftId &&
      row.method === 'scan' &&
      row.state !== 'refused' &&
      row.outcome !== 'duplicate' &&
      (row.settledAt === null || row.settledAt > keptAt),
  )
}

export function todayShifts(
  { value, keptAt }: Kept<OwnAttendanceOut>,
  rows: readonly QueueRow[],
): readonly TodayShift[] {
  return value.items.map((item) => {
    const newer = newerRows(rows, item.shift_id, keptAt)
    const last = newer[newer.length - 1]
    const next = last === undefined ? item.next : opposite(last.kind)
    const isWaiting = newer.some(({ state }) => state === 'pending')
    const hasServed = item.minutes > 0 || item.check_ins.some(({ type }) => type === 'exit')
    return {
      ...item,
      next,
      isWaiting,
      hasServed,
      insideSince: next === 'exit' ? insideSince(item, last) : null,
    }
  })
}

function opposite(kind: CheckInType): CheckInType {
  return kind === 'entry' ? 'exit' : 'entry'
}

function insideSince(item: OwnAttendanceShiftOut, last: QueueRow | undefined): string | null {
  if (last !== undefined) return last.countedAt ?? new Date(last.capturedAt).toISOString()
  const entries = item.check_ins.filter(({ type, state }) => type === 'entry' && state !== 'annulled')
  return entries[entries.length - 1]?.occurred_at ?? null
}

/** The shift that the one big button is for: where one is in, else what comes next, else what is done. */
export function currentShift(shifts: readonly TodayShift[], now: number): TodayShift | undefined {
  const isOver = (shift: TodayShift) => Date.parse(shift.ends_at) < now
  const isDone = (shift: TodayShift) => shift.next === 'done' || shift.hasServed
  return (
    shifts.find(({ next }) => next === 'exit') ??
    shifts.find((shift) => !isDone(shift) && !isOver(shift)) ??
    [...shifts].reverse().find(isDone) ??
    shifts[shifts.length - 1]
  )
}

export type Decision = CheckInType | 'ask'

/** What a code without a type is for, as far as this phone knows; `ask` where it may be a mistake. */
export function decideKind(
  kept: Kept<OwnAttendanceOut> | null,
  rows: readonly QueueRow[],
  { shiftId, capturedAt }: { readonly shiftId: string; readonly capturedAt: number },
): Decision {
  const shift = kept && todayShifts(kept, rows).find((each) => each.shift_id === shiftId)
  if (!shift) {
    const own = newerRows(rows, shiftId, 0)
    const last = own[own.length - 1]
    if (last === undefined || last.kind === 'exit') return 'entry'
    return capturedAt - last.capturedAt < SOON_MS ? 'ask' : 'exit'
  }
  if (shift.next !== 'exit') return 'entry'
  const since = shift.insideSince === null ? 0 : Date.parse(shift.insideSince)
  return capturedAt - since < SOON_MS ? 'ask' : 'exit'
}
