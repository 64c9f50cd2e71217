import type { ObjectionState } from '@/shared/api/schema.gen'
import { StatusTag, type StatusTone } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { objectionStatesText } from './objections-text'

const TONES: Readonly<Record<ObjectionState, StatusTone>> = {
  filed: 'warning',
  examining: 'waiting',
  upheld: 'done',
  dismissed: 'done',
}

export function ObjectionStateTag({ state }: { readonly state: ObjectionState }) {
  const t = useText(objectionStatesText)
  return <StatusTag tone={TONES[state]}>{t(state)}</StatusTag>
}
