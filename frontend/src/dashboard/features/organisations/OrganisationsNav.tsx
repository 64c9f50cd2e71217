import { Link } from '@tanstack/react-router'
import { useText } from '../../i18n/use-text'
import { organisationsText } from './organisations-text'

/** The four pages about organisations. */
export function OrganisationsNav() {
  const t = useText(organisationsText)
  return (
    <nav className="page-tabs" aria-label={t('title')}>
      <Link to="/organisations" activeOptions={{ exact: true, includeSearch: false }}>
        {t('outline')}
      </Link>
      <Link to="/organisations/changes">{t('changes')}</Link>
      <Link to="/organisations/terms">{t('terms')}</Link>
      <Link to="/organisations/units">{t('units')}</Link>
    </nav>
  )
}
