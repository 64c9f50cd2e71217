import { App } from 'antd'
import { rolesText } from '@/shared/i18n/roles-text'
import { PasswordChangeForm } from '../../auth/PasswordChangeForm'
import { passwordText } from '../../auth/password-text'
import { useMe } from '../../auth/session-query'
import { Facts } from '../../components/Facts'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { accountText } from './account-text'
import { TwoFactor } from './TwoFactor'
import './account.css'

/** Who I am here, my password, and my second factor. */
export function AccountPage() {
  const t = useText(accountText)
  const words = useText(passwordText)
  const me = useMe()
  const { message } = App.useApp()
  return (
    <div className="page page-narrow">
      <PageHeader title={t('title')} />
      <section aria-label={t('facts')}>
        <Facts
          facts={[
            { label: t('display_name'), value: me.display_name },
            { label: t('username'), value: me.username },
          ]}
        />
      </section>
      <MyRoles />
      <section aria-labelledby="account-password" className="account-section">
        <h2 id="account-password">{t('password')}</h2>
        <PasswordChangeForm
          username={me.username}
          onChanged={async () => {
            await message.success(words('changed'), 1)
          }}
        />
      </section>
      <TwoFactor />
    </div>
  )
}

function MyRoles() {
  const t = useText(accountText)
  const role = useText(rolesText)
  const { assignments, assignment } = useMe()
  return (
    <section aria-labelledby="account-roles" className="account-section">
      <h2 id="account-roles">{t('roles')}</h2>
      <ul className="rows">
        {assignments.map((each) => (
          <li key={each.id} className="row">
            <span className="row-what">
              <span className="row-title">{role.code(each.role)}</span>
              <span className="soft">{each.organisation_name}</span>
            </span>
            {each.id === assignment?.id && <span className="soft">{t('current')}</span>}
          </li>
        ))}
      </ul>
      <p className="soft">{t('roles_hint')}</p>
    </section>
  )
}
