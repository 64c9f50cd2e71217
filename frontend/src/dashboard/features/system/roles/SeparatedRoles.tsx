import { rolesText } from '@/shared/i18n/roles-text'
import { useText } from '../../../i18n/use-text'
import { rolesPageText } from './roles-page-text'

const SEPARATED_ROLES = ['system_admin', 'security_admin', 'auditor'] as const

/** What the three administrators do, and why nobody is two of them. */
export function SeparatedRoles() {
  const t = useText(rolesPageText)
  const role = useText(rolesText)
  return (
    <details className="system-separated">
      <summary>{t('separated')}</summary>
      <p>{t('separated_why')}</p>
      <dl>
        {SEPARATED_ROLES.map((each) => (
          <div key={each}>
            <dt>{role(each)}</dt>
            <dd>{t(`${each}_does`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('grant_own_why')}</p>
    </details>
  )
}
