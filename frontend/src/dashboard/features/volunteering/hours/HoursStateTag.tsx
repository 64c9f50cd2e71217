import { StatusTag, type StatusTone } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { hoursWordsText } from '../volunteering-text'
import type { HoursState } from '../volunteering-types'

const TONES: Readonly<Record<HoursState, StatusTone>> = {
  pending: 'waiting',
  verified: 'done',
  rejected: 'neutral',
  disputed: 'warning',
  adjusted: 'done',
}

export function HoursStateTag({ state }: { readonly state: HoursState }) {
  const t = useText(hoursWordsText)
  return <StatusTag tone={TONES[state]}>{t(state)}</StatusTag>
}
