import type { HistoryEntry } from '../../../components/history-query'
import type { Nomination, NominationState } from '../secretary-types'

export const STEPS = ['prepare', 'submit', 'inspect', 'endorse', 'approve', 'appoint'] as const
export type Step = (typeof STEPS)[number]

export interface Place {
  readonly at: number
  readonly status: 'process' | 'finish' | 'error'
}

/** The step whose turn it is in each state. */
const PLACES: Readonly<Record<Exclude<NominationState, 'rejected' | 'withdrawn'>, Place>> = {
  draft: { at: 1, status: 'process' },
  returned: { at: 1, status: 'error' },
  submitted: { at: 2, status: 'process' },
  under_inspection: { at: 2, status: 'process' },
  inspected: { at: 3, status: 'process' },
  endorsed: { at: 4, status: 'process' },
  approved: { at: 5, status: 'process' },
  appointed: { at: 5, status: 'finish' },
}

/** What was done at each step, as the history calls it. */
const DEEDS: Readonly<Record<Step, string>> = {
  prepare: 'nomination.create',
  submit: 'nomination.submit',
  inspect: 'nomination.conclude',
  endorse: 'nomination.endorse',
  approve: 'nomination.approve',
  appoint: 'nomination.appoint',
}

/** Where a nomination stands. One that was rejected or withdrawn stands where it came to. */
export function placeOf({ state }: Pick<Nomination, 'state'>, history: readonly HistoryEntry[]): Place {
  if (state !== 'rejected' && state !== 'withdrawn') return PLACES[state]
  const from = lastOf(history, state === 'rejected' ? 'nomination.reject' : 'nomination.withdraw')?.from_state
  const before = from as NominationState | null | undefined
  if (before === null || before === undefined || before === 'rejected' || before === 'withdrawn') {
    return { at: 1, status: 'error' }
  }
  return { at: PLACES[before].at, status: 'error' }
}

/** Who did a step last; undefined where it was not done, or was done before a return. */
export function doneBy(step: Step, place: Place, history: readonly HistoryEntry[]): HistoryEntry | undefined {
  const index = STEPS.indexOf(step)
  const isReached = index < place.at || (place.status === 'finish' && index === place.at)
  return isReached ? lastOf(history, DEEDS[step]) : undefined
}

export function lastOf(history: readonly HistoryEntry[], action: string): HistoryEntry | undefined {
  return history
    .filter((entry) => entry.action === action)
    .sort((one, other) => other.recorded_at.localeCompare(one.recorded_at))[0]
}
