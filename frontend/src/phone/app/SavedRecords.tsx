import { isKeptOffline } from '../device/kept-offline'
import type { QueueRow } from '../queue/queue-row'
import { checkInText } from './check-in-text'
import { useQueue } from './use-queue'
import { useText } from './use-text'
import { presentUserId } from './who'

/** How many records wait, and what the user can do for them. */
export function SavedRecords() {
  const t = useText(checkInText)
  const { rows, needsSignIn } = useQueue()
  const present = presentUserId()
  const isMine = ({ userId }: QueueRow) => present === null || userId === null || userId === present
  const count = rows.filter((row) => row.state === 'pending' && isMine(row)).length
  if (count === 0) return null
  return (
    <p className="notice" role="status">
      {t('queue_pending', { count })}
      {needsSignIn && <span className="line">{t('queue_sign_in_again')}</span>}
      {!needsSignIn && !isKeptOffline() && <span className="line">{t('queue_keep_open')}</span>}
    </p>
  )
}
