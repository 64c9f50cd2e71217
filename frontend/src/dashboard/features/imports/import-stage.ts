import type { ImportOut } from '@/shared/api/schema.gen'

export type ImportStage = 'mapping' | 'busy' | 'result' | 'done' | 'cancelled'

const STAGES: Readonly<Record<string, ImportStage>> = {
  uploaded: 'mapping',
  checked: 'result',
  committed: 'done',
  cancelled: 'cancelled',
}

/** What the page has to show. While a job works on an import, the server allows nothing. */
export function stageOf({ state, job_id, allowed_actions }: ImportOut): ImportStage {
  const stage = STAGES[state] ?? 'cancelled'
  const isOpen = stage === 'mapping' || stage === 'result'
  return isOpen && job_id !== null && allowed_actions.length === 0 ? 'busy' : stage
}
