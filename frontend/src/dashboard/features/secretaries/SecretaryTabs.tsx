import { Link, useRouter } from '@tanstack/react-router'
import type { Permission } from '../../auth/permissions'
import { useCan } from '../../auth/session-query'
import { useText } from '../../i18n/use-text'
import { secretariesText } from './secretaries-text'

interface Tab {
  readonly to: string
  readonly label: keyof typeof secretariesText
  readonly permission: Permission
}

const TABS: readonly Tab[] = [
  { to: '/secretaries', label: 'tab_in_office', permission: 'secretaries.read' },
  { to: '/secretaries/vacancies', label: 'tab_vacancies', permission: 'secretaries.read' },
  { to: '/secretaries/nominations', label: 'tab_nominations', permission: 'nominations.read' },
  { to: '/secretaries/talks', label: 'tab_talks', permission: 'talks.read' },
  { to: '/secretaries/objections', label: 'tab_objections', permission: 'objections.read' },
]

/** The pages about secretaries that the reader may open. */
export function SecretaryTabs() {
  const t = useText(secretariesText)
  const can = useCan()
  const { routesByPath } = useRouter()
  const shown = TABS.filter(({ to, permission }) => to in routesByPath && can(permission))
  return (
    <nav className="page-tabs" aria-label={t('title')}>
      {shown.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/secretaries', includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
