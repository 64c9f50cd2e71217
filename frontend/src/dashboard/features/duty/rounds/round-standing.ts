import type { DutyRoundOut } from '../duty-types'

type Counted = Pick<DutyRoundOut, 'counts'>

/** Reports that are not handed in, those sent back among them. */
export function owedIn({ counts }: Counted): number {
  return counts.not_started + counts.draft + counts.returned
}

export function handedIn({ counts }: Counted): number {
  return counts.submitted + counts.accepted + counts.presented
}

/** The next step of those who run the round; a reader and those below are offered none. */
const NEXT = {
  draft: 'open',
  reporting: 'start_appraisal',
  appraising: 'calculate',
  calculated: 'calculate',
  published: 'archive',
} as const

/** Whether the reader runs the round: the server then offers its next step. */
export function isRunBy({ state, allowed_actions }: Pick<DutyRoundOut, 'state' | 'allowed_actions'>) {
  return state !== 'archived' && allowed_actions.includes(NEXT[state])
}
