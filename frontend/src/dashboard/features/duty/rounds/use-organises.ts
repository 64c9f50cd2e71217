import { useMe } from '../../../auth/session-query'
import type { DutyRoundOut } from '../duty-types'
import { isRunBy } from './round-standing'

/** Whether the reader stands on the side that runs a round: counts are then of everybody. */
export function useOrganises(): (round: DutyRoundOut) => boolean {
  const { assignment } = useMe()
  return (round) =>
    round.allowed_actions.length > 0 ||
    isRunBy(round) ||
    assignment?.organisation_id === round.organisation_id
}
