import { Link, useRouter } from '@tanstack/react-router'
import type { Permission } from '../../../auth/permissions'
import { useCan, useMe } from '../../../auth/session-query'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { isRunBy } from './round-standing'
import { roundsText } from './rounds-text'

const ROOT = '/duty/rounds/$roundId'

interface Tab {
  readonly to: string
  readonly label: keyof typeof roundsText
  readonly permission: Permission
  /** `place`: the organisation for which the reader speaks. */
  readonly isShown: (round: DutyRoundOut, place: string | undefined) => boolean
}

const always = () => true
/** Or was, before it was reopened. */
const isCalculated = ({ calculated_at, revision, imported }: DutyRoundOut) =>
  calculated_at !== null || revision > 1 || imported
/** Results of all are read at or above the round's organisation: an act is offered there, or it is one's own. */
const isOrganiser = ({ allowed_actions, organisation_id }: DutyRoundOut, place: string | undefined) =>
  allowed_actions.length > 0 || organisation_id === place
const isOpened = ({ state, imported }: DutyRoundOut) => state !== 'draft' && !imported

const TABS: readonly Tab[] = [
  { to: ROOT, label: 'tab_overview', permission: 'duty_rounds.read', isShown: always },
  { to: `${ROOT}/board`, label: 'tab_board', permission: 'duty_reports.read', isShown: isOpened },
  { to: `${ROOT}/participants`, label: 'tab_participants', permission: 'duty_rounds.read', isShown: always },
  {
    to: `${ROOT}/sections`,
    label: 'tab_sections',
    permission: 'duty_rounds.read',
    isShown: ({ imported }) => !imported,
  },
  {
    to: `${ROOT}/scheme`,
    label: 'tab_scheme',
    permission: 'duty_rounds.read',
    isShown: ({ imported }) => !imported,
  },
  {
    to: `${ROOT}/ballots`,
    label: 'tab_ballots',
    permission: 'duty_ballots.issue',
    isShown: (round) => isOpened(round) && isRunBy(round),
  },
  {
    to: `${ROOT}/results`,
    label: 'tab_results',
    permission: 'duty_results.read',
    isShown: (round, place) => isCalculated(round) && isOrganiser(round, place),
  },
]

/** The parts of one round that the reader may open. */
export function RoundTabs({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(roundsText)
  const can = useCan()
  const { assignment } = useMe()
  const { routesByPath } = useRouter()
  const shown = TABS.filter(
    ({ to, permission, isShown }) =>
      (to === ROOT || to in routesByPath) && can(permission) && isShown(round, assignment?.organisation_id),
  )
  return (
    <nav className="page-tabs" aria-label={t('parts')}>
      {shown.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          params={{ roundId: round.id }}
          activeOptions={{ exact: to === ROOT, includeSearch: false }}
        >
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
