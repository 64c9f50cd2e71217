import { StatusTag, type StatusTone } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { activityStatesText } from './volunteering-text'
import type { ActivityState } from './volunteering-types'

const TONES: Readonly<Record<ActivityState, StatusTone>> = {
  draft: 'neutral',
  published: 'waiting',
  in_progress: 'warning',
  completed: 'warning',
  settled: 'done',
  cancelled: 'neutral',
}

export function ActivityStateTag({ state }: { readonly state: ActivityState }) {
  const t = useText(activityStatesText)
  return <StatusTag tone={TONES[state]}>{t(state)}</StatusTag>
}
