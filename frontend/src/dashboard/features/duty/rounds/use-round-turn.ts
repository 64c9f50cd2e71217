import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { roundActsText } from './round-acts-text'
import { owedIn } from './round-standing'

/** Whose turn a round is, in words. */
export function useRoundTurn(): (round: DutyRoundOut) => string {
  const t = useText(roundActsText)
  const format = useFormat()
  return (round) => {
    const { state, organisation_name: organisation, report_due_on } = round
    if (state !== 'reporting') return t(`turn_${state}`, { organisation })
    const date = format.date(report_due_on)
    if (!round.organises) return t('turn_reporting_own', { date })
    const count = owedIn(round)
    return count === 0 ? t('turn_reported', { organisation }) : t('turn_reporting', { count, date })
  }
}
