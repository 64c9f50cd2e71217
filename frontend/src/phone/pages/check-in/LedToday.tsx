import type { PageOwnActivityOut } from '@/shared/api/schema.gen'
import { checkInText } from '../../app/check-in-text'
import { useKeptAnswer } from '../../app/kept-answer'
import { useFormat } from '../../app/use-format'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'

/** Activities of today that this person leads; nothing where there are none, or none can be asked for. */
export function LedToday() {
  const t = useText(checkInText)
  const { settings } = useWho()
  const format = useFormat(settings.time_zone)
  const { loaded } = useKeptAnswer<PageOwnActivityOut>(
    `/api/v1/me/activities?from_on=${settings.today}&until_on=${settings.today}`,
  )
  const led = loaded.state === 'ready' ? loaded.value.value.items.filter(({ leads }) => leads) : []
  if (led.length === 0) return null
  return (
    <section>
      <h2>{t('today_led')}</h2>
      <ul className="tasks">
        {led.map(({ id, title, starts_at, ends_at, place }) => (
          <li key={id}>
            <a href={`#/lead/${id}`}>{title}</a>
            <span className="soft">
              {format.time(starts_at)}–{format.time(ends_at)} · {place}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
