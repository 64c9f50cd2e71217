import { StatusTag, type StatusTone } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import type { InspectionState } from '../secretary-types'
import { inspectionStatesText } from './inspections-text'

const TONES: Readonly<Record<InspectionState, StatusTone>> = {
  planned: 'waiting',
  in_progress: 'waiting',
  reported: 'warning',
  concluded: 'done',
}

export function InspectionStateTag({ state }: { readonly state: InspectionState }) {
  const t = useText(inspectionStatesText)
  return <StatusTag tone={TONES[state]}>{t(state)}</StatusTag>
}
