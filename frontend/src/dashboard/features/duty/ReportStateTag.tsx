import { StatusTag, type StatusTone } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { dutyText, reportStatesText } from './duty-text'
import type { BoardState } from './duty-types'

const TONES: Readonly<Record<BoardState, StatusTone>> = {
  not_started: 'neutral',
  draft: 'waiting',
  submitted: 'warning',
  returned: 'warning',
  accepted: 'done',
  presented: 'done',
}

interface ReportStateTagProps {
  readonly state: BoardState
  readonly late?: boolean
}

/** How far a report is; one that came late says so for ever. */
export function ReportStateTag({ state, late = false }: ReportStateTagProps) {
  const t = useText(reportStatesText)
  const words = useText(dutyText)
  return (
    <span className="duty-state">
      <StatusTag tone={TONES[state]}>{t(state)}</StatusTag>
      {late && <span className="duty-late">{words('late')}</span>}
    </span>
  )
}
