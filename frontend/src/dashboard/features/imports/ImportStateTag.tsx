import type { ImportOut } from '@/shared/api/schema.gen'
import { StatusTag, type StatusTone } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { stageOf } from './import-stage'
import { importsText } from './imports-text'

const TONES: Readonly<Record<string, StatusTone>> = {
  uploaded: 'waiting',
  checked: 'waiting',
  with_faults: 'warning',
  busy: 'waiting',
  committed: 'done',
  cancelled: 'neutral',
}

export function ImportStateTag({ imported }: { readonly imported: ImportOut }) {
  const t = useText(importsText)
  const code = stateOf(imported)
  return <StatusTag tone={TONES[code] ?? 'neutral'}>{t.code(code)}</StatusTag>
}

function stateOf(imported: ImportOut): string {
  if (stageOf(imported) === 'busy') return 'busy'
  return imported.state === 'checked' && imported.faults_total > 0 ? 'with_faults' : imported.state
}
