import { Link, useRouter } from '@tanstack/react-router'
import type { Permission } from '../../auth/permissions'
import { useCan } from '../../auth/session-query'
import { useText } from '../../i18n/use-text'
import { dutyText } from './duty-text'

interface Tab {
  readonly to: string
  readonly label: keyof typeof dutyText
  readonly permission: Permission
}

const TABS: readonly Tab[] = [
  { to: '/duty', label: 'tab_rounds', permission: 'duty_rounds.read' },
  { to: '/duty/reports', label: 'tab_reports', permission: 'duty_reports.read' },
  { to: '/duty/ballots', label: 'tab_ballots', permission: 'duty_ballots.cast' },
  { to: '/duty/my-results', label: 'tab_results', permission: 'duty_reports.read' },
]

/** The pages about the duty review that the reader may open. */
export function DutyTabs() {
  const t = useText(dutyText)
  const can = useCan()
  const { routesByPath } = useRouter()
  const shown = TABS.filter(({ to, permission }) => to in routesByPath && can(permission))
  // Who only votes has nowhere else to go.
  if (shown.length < 2) return null
  return (
    <nav className="page-tabs" aria-label={t('title')}>
      {shown.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/duty', includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
