import { StatusTag, type StatusTone } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import type { Nomination, NominationState } from '../secretary-types'
import { useCommittee } from '../use-committee'
import { nominationTurnsText } from './nominations-text'

const TONES: Readonly<Record<NominationState, StatusTone>> = {
  draft: 'neutral',
  submitted: 'waiting',
  under_inspection: 'waiting',
  inspected: 'waiting',
  endorsed: 'waiting',
  approved: 'waiting',
  appointed: 'done',
  returned: 'warning',
  rejected: 'neutral',
  withdrawn: 'neutral',
}

type Turn = Pick<Nomination, 'state' | 'organisation_name'>

/** Whose turn a nomination is, in words. */
export function useTurn(): (nomination: Turn) => string {
  const t = useText(nominationTurnsText)
  const committee = useCommittee()
  return ({ state, organisation_name: organisation }) => t(state, { committee, organisation })
}

export function NominationTag({ nomination }: { readonly nomination: Turn }) {
  const turn = useTurn()
  return <StatusTag tone={TONES[nomination.state]}>{turn(nomination)}</StatusTag>
}
