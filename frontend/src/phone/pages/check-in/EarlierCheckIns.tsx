import type { CheckInOut } from '@/shared/api/schema.gen'
import { checkInText } from '../../app/check-in-text'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { useFormat } from '../../app/use-format'
import { usePages } from '../../app/use-pages'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'
import { recordsText } from './records-text'

/** The check-ins that the server holds, newest first. */
export function EarlierCheckIns() {
  const t = useText(recordsText)
  const phone = useText(phoneText)
  const words = useText(checkInText)
  const format = useFormat(useWho().settings.time_zone)
  const { loaded, items, hasMore, more, isBusy, failure, reload } = usePages<CheckInOut>(
    '/api/v1/me/check-ins?limit=20',
  )
  return (
    <section>
      <h2>{t('on_server')}</h2>
      {loaded.state === 'loading' && <p role="status">{phone('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && items.length === 0 && <p className="soft">{t('none_there')}</p>}
      <ul className="tasks">
        {items.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{words(one.type)}</strong> {format.dateTime(one.occurred_at)}
            </span>
            <span className="soft">
              {one.activity_title} · {one.post} · {t.code(one.state)}
            </span>
          </li>
        ))}
      </ul>
      {failure !== null && <LoadProblem error={failure} />}
      {hasMore && (
        <button type="button" disabled={isBusy} onClick={more}>
          {t('more')}
        </button>
      )}
    </section>
  )
}
