import type { TaskState } from '@/shared/api/schema.gen'
import { StatusTag, type StatusTone } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { taskStatesText } from './tasks-text'

const TONES: Readonly<Record<TaskState, StatusTone>> = {
  open: 'waiting',
  in_progress: 'waiting',
  submitted: 'warning',
  verified: 'done',
  cancelled: 'neutral',
}

export function TaskStateTag({ state }: { readonly state: TaskState }) {
  const t = useText(taskStatesText)
  return <StatusTag tone={TONES[state]}>{t(state)}</StatusTag>
}
