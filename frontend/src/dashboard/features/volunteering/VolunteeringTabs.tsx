import { Link, useRouter } from '@tanstack/react-router'
import { useText } from '../../i18n/use-text'
import { volunteeringText } from './volunteering-text'
import './volunteering.css'

const TABS = [
  { to: '/volunteering', label: 'tab_activities' },
  { to: '/volunteering/hours', label: 'tab_hours' },
  { to: '/volunteering/figures', label: 'tab_sums' },
  { to: '/volunteering/teams', label: 'tab_teams' },
  { to: '/volunteering/certificates', label: 'tab_certificates' },
  { to: '/volunteering/settings', label: 'tab_settings' },
] as const

/** The pages about volunteering. */
export function VolunteeringTabs() {
  const t = useText(volunteeringText)
  const { routesByPath } = useRouter()
  return (
    <nav className="page-tabs" aria-label={t('title')}>
      {TABS.filter(({ to }) => to in routesByPath).map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/volunteering', includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
