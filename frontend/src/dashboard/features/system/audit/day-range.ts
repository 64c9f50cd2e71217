import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)
dayjs.extend(timezone)

const DAY = /^\d{4}-\d{2}-\d{2}$/

export interface Moments {
  /** RFC 3339, inclusive. */
  readonly from: string | null
  /** RFC 3339, exclusive. */
  readonly to: string | null
}

/** From the beginning of one day to the end of another, both `YYYY-MM-DD` in the committee's time zone. */
export function momentsOf(from: string | undefined, to: string | undefined, timeZone: string): Moments {
  return {
    from: from !== undefined && DAY.test(from) ? midnight(from, 0, timeZone) : null,
    to: to !== undefined && DAY.test(to) ? midnight(to, 1, timeZone) : null,
  }
}

function midnight(day: string, daysLater: number, timeZone: string): string {
  const date = dayjs.utc(day).add(daysLater, 'day').format('YYYY-MM-DD')
  return dayjs.tz(date, timeZone).toISOString()
}
