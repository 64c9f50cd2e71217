import { useEffect } from 'react'
import { queue } from '../../app/api'
import { BackLink } from '../../app/BackLink'
import { checkInText } from '../../app/check-in-text'
import { useFormat } from '../../app/use-format'
import { useQueue } from '../../app/use-queue'
import { useText } from '../../app/use-text'
import { outcomeWords } from '../../app/volunteering-words'
import { useWho } from '../../app/who'
import { occurredAt, type QueueRow } from '../../queue/queue-row'
import { EarlierCheckIns } from './EarlierCheckIns'
import { recordsText } from './records-text'

const OLD_MS = 24 * 3_600_000

/** What this phone still has to send, what became of the rest, and what the server holds. */
export function RecordsPage() {
  const t = useText(recordsText)
  const words = useText(checkInText)
  const { me } = useWho()
  const { rows } = useQueue()
  const own = [...rows].reverse().filter(({ userId }) => userId === me.id || userId === null)
  const waiting = own.filter(({ state }) => state === 'pending')
  useSeen()
  return (
    <>
      <BackLink />
      <h1>{words('records')}</h1>
      <section>
        <h2>{t('on_this_phone')}</h2>
        {own.length === 0 && <p className="soft">{t('none_here')}</p>}
        {waiting.some(({ capturedAt }) => Date.now() - capturedAt > OLD_MS) && (
          <p className="problem" role="alert">
            {words('queue_old')}
          </p>
        )}
        <ul className="tasks">
          {own.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
        {waiting.length > 0 && (
          <button type="button" onClick={() => void queue.flush({ wait: 'ignore' })}>
            {words('queue_now')}
          </button>
        )}
      </section>
      <EarlierCheckIns />
    </>
  )
}

function Row({ row }: { readonly row: QueueRow }) {
  const t = useText(recordsText)
  const words = useText(checkInText)
  const format = useFormat(useWho().settings.time_zone)
  const at = row.countedAt ?? occurredAt(row)
  return (
    <li>
      <span>
        <strong>{words(row.kind)}</strong> {format.dateTime(at)}
        {row.method !== 'scan' && ` · ${t(row.method)}`}
      </span>
      <span className={row.state === 'refused' ? 'late' : 'soft'}>
        {words(`state_${row.state}`)} · {outcomeWords(words, row)}
      </span>
    </li>
  )
}

/** Refusals have been seen when this page was left: only then may they go one day. */
function useSeen() {
  useEffect(
    () => () => {
      void queue.markSeen()
    },
    [],
  )
}
