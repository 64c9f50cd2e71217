import { instantAt, wallTime } from '@/shared/format/zoned-time'
import type { CheckInType } from '../volunteering-types'
import type { Mark } from './attendance-queries'

/** When what is marked happened: as it is marked, or at a time that is typed. */
export interface MarkMoment {
  readonly kind: 'now' | 'other'
  readonly day?: string | undefined
  readonly time?: string | undefined
  readonly reason: string
}

export const NOW: MarkMoment = { kind: 'now', reason: '' }

const PROMPT = 15 * 60_000

/** A time that is typed, or null while it is incomplete. */
export function typedInstant({ day, time }: MarkMoment, timeZone: string): string | null {
  if (day === undefined || time === undefined) return null
  return instantAt(day, time, timeZone)
}

/** What is wrong with a moment: nothing can be marked before it is mended. */
export function faultOf(
  moment: MarkMoment,
  timeZone: string,
): 'when_time' | 'when_future' | 'reason_needed' | null {
  if (moment.kind === 'now') return null
  const at = typedInstant(moment, timeZone)
  if (at === null) return 'when_time'
  const ago = Date.now() - Date.parse(at)
  if (ago < 0) return 'when_future'
  return ago > PROMPT && moment.reason.trim() === '' ? 'reason_needed' : null
}

export function markAt(moment: MarkMoment, type: CheckInType, timeZone: string): Mark {
  const typed = moment.kind === 'other' ? typedInstant(moment, timeZone) : null
  const reason = moment.kind === 'other' ? moment.reason.trim() : ''
  return { type, at: typed ?? nowIn(timeZone), reason }
}

/** Now, to the second, with the committee's offset. */
function nowIn(timeZone: string): string {
  const now = new Date()
  const { day, time } = wallTime(now, timeZone)
  const minute = instantAt(day, time, timeZone)
  return minute.replace(/:00([+-])/, `:${String(now.getUTCSeconds()).padStart(2, '0')}$1`)
}
