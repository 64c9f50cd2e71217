import { useFormat } from '../../../app/use-format'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { inspectionsText } from './inspections-text'
import type { SaveState } from './use-autosave'

interface SaveStatusProps {
  readonly state: SaveState
  readonly onRetry: () => void
}

/** Whether everything written is safe, and since when. */
export function SaveStatus({ state, onRetry }: SaveStatusProps) {
  const t = useText(inspectionsText)
  const format = useFormat()
  return (
    <div className="inspection-save">
      <p role="status" className="soft">
        {state.kind === 'done' ? t('save_done', { at: format.dateTime(state.at) }) : t(`save_${state.kind}`)}
      </p>
      {state.kind === 'failed' && <ProblemAlert error={state.error} onRetry={onRetry} />}
    </div>
  )
}
