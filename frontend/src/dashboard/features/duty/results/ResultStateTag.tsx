import type { DutyResultState } from '@/shared/api/schema.gen'
import { StatusTag, type StatusTone } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { resultStatesText } from './results-text'

const TONES: Readonly<Record<DutyResultState, StatusTone>> = {
  proposed: 'waiting',
  awaiting_confirmation: 'warning',
  decided: 'done',
  published: 'done',
}

/** Whose turn it is. */
export function ResultStateTag({ state }: { readonly state: DutyResultState }) {
  const t = useText(resultStatesText)
  return <StatusTag tone={TONES[state]}>{t(state)}</StatusTag>
}
