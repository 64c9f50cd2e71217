import { Link } from '@tanstack/react-router'
import { PageHeader } from '../components/PageHeader'
import { useText } from '../i18n/use-text'
import { layoutText } from './layout-text'

export function NotFoundPage() {
  const t = useText(layoutText)
  return (
    <div className="page page-narrow">
      <PageHeader title={t('not_found_title')} />
      <p>{t('not_found_text')}</p>
      <Link to="/">{t('go_home')}</Link>
    </div>
  )
}
