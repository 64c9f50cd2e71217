import type { Translate } from '@/shared/i18n/translate'
import type { QueueRow } from '../queue/queue-row'
import { checkInText } from './check-in-text'

type T = Translate<typeof checkInText>

/** Why a record was not counted, in words for the person who holds the phone. */
export function reasonWords(t: T, code: string): string {
  const key = `reason_${code}`
  return isReason(key) ? t(key) : t('reason_other', { code })
}

function isReason(key: string): key is keyof typeof checkInText {
  return Object.keys(checkInText).includes(key)
}

/** What became of a record, in one line. */
export function outcomeWords(t: T, { state, kind, outcome, reason }: QueueRow): string {
  if (state === 'pending') return t('queue_saved')
  if (state === 'refused') return reasonWords(t, reason ?? '')
  if (outcome === 'needs_review') return t('outcome_needs_review')
  return outcome === 'duplicate' ? t(`outcome_duplicate_${kind}`) : t(`outcome_${kind}`)
}
