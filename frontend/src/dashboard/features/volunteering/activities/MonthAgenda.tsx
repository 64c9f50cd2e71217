import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { ActivityOut } from '../volunteering-types'
import { activitiesText } from './activities-text'
import { DayActivity } from './DayActivity'

/** The days of a month on which something begins, below each other. */
export function MonthAgenda({ days }: { readonly days: ReadonlyMap<string, readonly ActivityOut[]> }) {
  const t = useText(activitiesText)
  const format = useFormat()
  if (days.size === 0) return <p className="face soft">{t('month_empty')}</p>
  const weekday = new Intl.DateTimeFormat(t.locale, { weekday: 'short', timeZone: 'UTC' })
  return (
    <ol className="vol-agenda">
      {[...days].map(([day, activities]) => (
        <li key={day}>
          <h3>
            {format.date(day)} <span className="soft">{weekday.format(new Date(`${day}T00:00:00Z`))}</span>
          </h3>
          <ul>
            {activities.map((activity) => (
              <li key={activity.id}>
                <DayActivity activity={activity} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
