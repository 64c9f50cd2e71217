import type { CalendarDayOut } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { calendarText } from './calendar-text'
import { type MonthDay, weeksOf } from './month-days'

interface MonthGridProps {
  readonly year: number
  readonly month: number
  readonly special: ReadonlyMap<string, CalendarDayOut>
}

// The 5th of January 2026 is a Monday.
const MONDAY = 5
const WEEK = [0, 1, 2, 3, 4, 5, 6]

/** One small month: what differs from its weekday is marked in words. */
export function MonthGrid({ year, month, special }: MonthGridProps) {
  const t = useText(calendarText)
  const named = (options: Intl.DateTimeFormatOptions, on: Date) =>
    new Intl.DateTimeFormat(t.locale, { ...options, timeZone: 'UTC' }).format(on)
  return (
    <table className="month">
      <caption>{named({ month: 'long' }, new Date(Date.UTC(year, month - 1, 1)))}</caption>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day} scope="col">
              {named({ weekday: 'narrow' }, new Date(Date.UTC(2026, 0, MONDAY + day)))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month, special).map((week, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month never change places
          <tr key={index}>
            {week.map((day, place) => (
              <Day key={day?.day ?? `empty-${WEEK[place]}`} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day }: { readonly day: MonthDay | null }) {
  const t = useText(calendarText)
  if (day === null) return <td />
  const { number, kind, name } = day
  if (kind === null) return <td className={day.isWeekend ? 'month-weekend' : undefined}>{number}</td>
  return (
    <td className={`month-${kind}`} title={name}>
      {number}
      <small>{t(`day_${kind}`)}</small>
      <span className="unseen"> {name}</span>
    </td>
  )
}
