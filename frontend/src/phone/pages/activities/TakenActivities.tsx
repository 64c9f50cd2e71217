import type { PageActivityOut } from '@/shared/api/schema.gen'
import { activityText } from '../../app/activity-text'
import { useKeptAnswer } from '../../app/kept-answer'
import { useFormat } from '../../app/use-format'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'

/** Today's activities whose attendance this role may take. */
export function TakenActivities() {
  const t = useText(activityText)
  const { settings } = useWho()
  const format = useFormat(settings.time_zone)
  const { loaded } = useKeptAnswer<PageActivityOut>(
    `/api/v1/activities?from_on=${settings.today}&until_on=${settings.today}&limit=50`,
  )
  const taken = loaded.state === 'ready' ? loaded.value.value.items : []
  const mine = taken.filter(
    ({ takes_attendance, state }) =>
      takes_attendance && ['published', 'in_progress', 'completed'].includes(state),
  )
  if (mine.length === 0) return null
  return (
    <section>
      <h2>{t('led')}</h2>
      <ul className="tasks">
        {mine.map(({ id, title, starts_at, ends_at, organisation_name, state }) => (
          <li key={id}>
            <a href={`#/lead/${id}`}>{title}</a>
            <span className="soft">
              {format.time(starts_at)}–{format.time(ends_at)} · {organisation_name} · {t(`state_${state}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
