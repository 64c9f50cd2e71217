import { StatusTag } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { dutyText, reportStatesText } from './duty-text'
import type { BoardState } from './duty-types'
import { REPORT_TONES } from './report-tones'

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
      <StatusTag tone={REPORT_TONES[state]}>{t(state)}</StatusTag>
      {late && <span className="duty-late">{words('late')}</span>}
    </span>
  )
}
