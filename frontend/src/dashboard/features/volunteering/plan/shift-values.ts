import { dayAfter, instantAt, wallTime } from '@/shared/format/zoned-time'
import type { ShiftIn, ShiftOut } from '../volunteering-types'

/** A shift as it is typed: a day, and times of the committee's clock. */
export interface ShiftValues {
  readonly post: string
  readonly place?: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly capacity?: number | null
  readonly break_minutes?: number | null
  readonly opens_minutes?: number | null
  readonly closes_minutes?: number | null
}

const USUAL_WINDOW = 30

/** The request; a shift that ends before it begins goes on until the next day. */
export function shiftIn(values: ShiftValues, timeZone: string): ShiftIn {
  const { day, from, to } = values
  return {
    post: values.post.trim(),
    place: values.place?.trim() || null,
    starts_at: instantAt(day, from, timeZone),
    ends_at: instantAt(to <= from ? dayAfter(day, 1) : day, to, timeZone),
    capacity: values.capacity ?? null,
    break_minutes: values.break_minutes ?? 0,
    opens_minutes: values.opens_minutes ?? USUAL_WINDOW,
    closes_minutes: values.closes_minutes ?? USUAL_WINDOW,
  }
}

export function shiftValuesOf(shift: ShiftOut, timeZone: string): ShiftValues {
  const start = wallTime(shift.starts_at, timeZone)
  const { post, place, capacity, break_minutes, opens_minutes, closes_minutes } = shift
  return {
    post,
    day: start.day,
    from: start.time,
    to: wallTime(shift.ends_at, timeZone).time,
    capacity,
    break_minutes,
    opens_minutes,
    closes_minutes,
    ...(place !== null && { place }),
  }
}

/** A further shift: the same post and length, beginning when the last one ends. */
export function nextShift(last: Partial<ShiftValues> | undefined): Partial<ShiftValues> {
  if (last?.from === undefined || last.to === undefined || last.to <= last.from) return { ...last }
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const length = minutes(last.to) - minutes(last.from)
  const ends = minutes(last.to) + length
  const two = (value: number) => String(value).padStart(2, '0')
  if (ends >= 24 * 60) return { ...last }
  return { ...last, from: last.to, to: `${two(Math.floor(ends / 60))}:${two(ends % 60)}` }
}
