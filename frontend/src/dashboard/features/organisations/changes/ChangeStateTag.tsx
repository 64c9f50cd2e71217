import { useFormat } from '../../../app/use-format'
import { StatusTag, type StatusTone } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import type { Change, ChangeState } from './change-types'
import { changesText } from './changes-text'

const TONES: Readonly<Record<ChangeState, StatusTone>> = {
  draft: 'neutral',
  submitted: 'waiting',
  approved: 'waiting',
  applied: 'done',
  returned: 'warning',
  rejected: 'neutral',
  withdrawn: 'neutral',
}

/** The state of a request as whose turn it is. */
export function ChangeStateTag({ change }: { readonly change: Change }) {
  const t = useText(changesText)
  const format = useFormat()
  const { state, effective_on, obstacle } = change
  if (state === 'approved' && obstacle !== null) {
    return <StatusTag tone="warning">{t('turn_obstacle')}</StatusTag>
  }
  return <StatusTag tone={TONES[state]}>{t(`turn_${state}`, { date: format.date(effective_on) })}</StatusTag>
}
