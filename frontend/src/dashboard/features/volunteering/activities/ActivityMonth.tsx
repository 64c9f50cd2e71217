import { Popover } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { useText } from '../../../i18n/use-text'
import { weeksOf } from '../months'
import type { ActivityOut } from '../volunteering-types'
import { activitiesText } from './activities-text'
import { DayActivity } from './DayActivity'

interface ActivityMonthProps {
  readonly month: string
  readonly days: ReadonlyMap<string, readonly ActivityOut[]>
}

// The 5th of January 2026 is a Monday.
const MONDAY = 5
const WEEK = [0, 1, 2, 3, 4, 5, 6]

/** A sheet of days, each with what begins on it. */
export function ActivityMonth({ month, days }: ActivityMonthProps) {
  const t = useText(activitiesText)
  const weekday = new Intl.DateTimeFormat(t.locale, { weekday: 'short', timeZone: 'UTC' })
  return (
    <table className="vol-month">
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day} scope="col">
              {weekday.format(new Date(Date.UTC(2026, 0, MONDAY + day)))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month never change places
          <tr key={index}>
            {week.map((day, place) =>
              day === null ? (
                <td key={`empty-${WEEK[place]}`} className="vol-month-outside" />
              ) : (
                <Day key={day} day={day} activities={days.get(day) ?? []} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const SHOWN = 3

function Day({ day, activities }: { readonly day: string; readonly activities: readonly ActivityOut[] }) {
  const { today } = useSettings()
  // One more takes no more room than the line that would say so.
  const shown = activities.length === SHOWN + 1 ? SHOWN + 1 : SHOWN
  return (
    <td
      className={day === today ? 'vol-month-today' : undefined}
      aria-current={day === today ? 'date' : undefined}
    >
      <span className="vol-month-number">{Number(day.slice(-2))}</span>
      <ul>
        {activities.slice(0, shown).map((activity) => (
          <li key={activity.id}>
            <DayActivity activity={activity} />
          </li>
        ))}
      </ul>
      {activities.length > shown && <MoreOfDay activities={activities.slice(shown)} />}
    </td>
  )
}

function MoreOfDay({ activities }: { readonly activities: readonly ActivityOut[] }) {
  const t = useText(activitiesText)
  return (
    <Popover
      trigger="click"
      content={
        <ul className="vol-month-more">
          {activities.map((activity) => (
            <li key={activity.id}>
              <DayActivity activity={activity} />
            </li>
          ))}
        </ul>
      }
    >
      <button type="button" className="vol-more">
        {t('more', { count: activities.length })}
      </button>
    </Popover>
  )
}
