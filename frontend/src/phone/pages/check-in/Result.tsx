import { useEffect, useRef } from 'react'
import { queue } from '../../app/api'
import { checkInText } from '../../app/check-in-text'
import { Icon, type IconName } from '../../app/Icon'
import { useFormat } from '../../app/use-format'
import { useQueue } from '../../app/use-queue'
import { useText } from '../../app/use-text'
import { outcomeWords } from '../../app/volunteering-words'
import { presentUserId, useWho } from '../../app/who'
import { isKeptOffline } from '../../device/kept-offline'
import { vibrate } from '../../device/vibrate'
import { occurredAt, type QueueRow } from '../../queue/queue-row'

const ICONS = { pending: 'clock', done: 'done', refused: 'no' } as const satisfies Record<
  QueueRow['state'],
  IconName
>

interface ResultProps {
  /** The record that was just made. */
  readonly made: QueueRow
  readonly onNext: (row: QueueRow) => void
  readonly onLeave: () => void
}

/** What became of a scan, from "stored on this phone" to the server's answer. */
export function Result({ made, onNext, onLeave }: ResultProps) {
  const t = useText(checkInText)
  const { rows } = useQueue()
  const row = rows.find(({ id }) => id === made.id) ?? made
  useVibration(row)
  const leaveAndSee = () => {
    void queue.markSeen()
    onLeave()
  }
  return (
    <>
      <Outcome row={row} />
      {row.outcome === 'duplicate' && row.kind === 'entry' && <ExitInstead row={row} onMade={onNext} />}
      <button type="button" onClick={leaveAndSee}>
        {t('back_home')}
      </button>
    </>
  )
}

function Outcome({ row }: { readonly row: QueueRow }) {
  const t = useText(checkInText)
  const format = useFormat(useWho().settings.time_zone)
  const at = row.countedAt ?? occurredAt(row)
  return (
    <div className={`outcome ${row.state}`} role="status">
      <Icon name={ICONS[row.state]} className="outcome-icon" />
      {row.state !== 'refused' && <p className="outcome-time">{format.time(at)}</p>}
      {row.state === 'refused' && <p className="outcome-head">{t('outcome_refused')}</p>}
      <p className="outcome-words">{outcomeWords(t, row)}</p>
      {row.state === 'pending' && !isKeptOffline() && <p className="soft">{t('queue_keep_open')}</p>}
    </div>
  )
}

interface ExitInsteadProps {
  readonly row: QueueRow
  readonly onMade: (row: QueueRow) => void
}

/** The server knew of an entry that this phone did not: the same scan may have meant the way out. */
function ExitInstead({ row, onMade }: ExitInsteadProps) {
  const t = useText(checkInText)
  const leave = async () => onMade(await queue.add({ ...captureOf(row), kind: 'exit' }, presentUserId()))
  return (
    <button type="button" className="primary" onClick={() => void leave()}>
      {t('exit')}
    </button>
  )
}

function captureOf({
  method,
  shiftId,
  code,
  memberCode,
  personId,
  lateReason,
  saidAt,
  capturedAt,
}: QueueRow) {
  return { method, shiftId, code, memberCode, personId, lateReason, saidAt, capturedAt }
}

function useVibration({ state }: QueueRow) {
  const told = useRef<QueueRow['state'] | null>(null)
  useEffect(() => {
    if (told.current === state) return
    told.current = state
    vibrate(state === 'refused' ? 'wrong' : 'right')
  }, [state])
}
