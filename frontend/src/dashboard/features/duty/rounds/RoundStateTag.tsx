import { StatusTag, type StatusTone } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { roundStatesText } from '../duty-text'
import type { DutyRoundState } from '../duty-types'

const TONES: Readonly<Record<DutyRoundState, StatusTone>> = {
  draft: 'neutral',
  reporting: 'waiting',
  appraising: 'waiting',
  calculated: 'warning',
  published: 'done',
  archived: 'neutral',
}

export function RoundStateTag({ state }: { readonly state: DutyRoundState }) {
  const t = useText(roundStatesText)
  return <StatusTag tone={TONES[state]}>{t(state)}</StatusTag>
}
