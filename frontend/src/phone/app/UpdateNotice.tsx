import { useSyncExternalStore } from 'react'
import { update } from './offline-ready'
import { phoneText } from './phone-text'
import { useText } from './use-text'

/** Offers a new release; it is never taken by itself. */
export function UpdateNotice() {
  const t = useText(phoneText)
  const isWaiting = useSyncExternalStore(update.subscribe, update.snapshot)
  if (!isWaiting) return null
  return (
    <p className="update" role="status">
      {t('update_waiting')}
      <button type="button" className="inline" onClick={update.take}>
        {t('update_take')}
      </button>
    </p>
  )
}
