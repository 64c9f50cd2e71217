import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { UserOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../../app/use-format'
import { useCan, useMe } from '../../../auth/session-query'
import { Facts } from '../../../components/Facts'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import { UserActions } from './UserActions'
import { UserRoles } from './UserRoles'
import { UserStateTag } from './UserStateTag'
import { userQuery } from './user-queries'
import { usersText } from './users-text'
import '../system.css'

export function UserPage({ id }: { readonly id: string }) {
  const user = useQuery(userQuery(id))
  return (
    <div className="page">
      <ListFace list={user} isEmpty={false} empty={{ title: '' }}>
        {user.data !== undefined && <UserDetails user={user.data} />}
      </ListFace>
    </div>
  )
}

function UserDetails({ user }: { readonly user: UserOut }) {
  const t = useText(usersText)
  const words = useRecordWords()
  const can = useCan()
  const me = useMe()
  return (
    <>
      <PageHeader
        title={user.display_name}
        parent={{ to: '/system/users', label: t('title') }}
        meta={<UserStateTag user={user} />}
        actions={
          <>
            <UserActions user={user} />
            <HistoryButton
              path={`/api/v1/users/${user.id}/history`}
              names={{ action: words.action, state: words.state }}
            />
          </>
        }
      />
      {user.id === me.id && (
        <Alert
          type="info"
          showIcon
          className="problem"
          title={t('own_account')}
          action={<Link to="/account">{t('my_account')}</Link>}
        />
      )}
      <UserFacts user={user} />
      {can('role_assignments.read') && <UserRoles userId={user.id} />}
    </>
  )
}

function UserFacts({ user }: { readonly user: UserOut }) {
  const t = useText(usersText)
  const format = useFormat()
  return (
    <section aria-label={t('facts')}>
      <Facts
        facts={[
          { label: t('username'), value: user.username },
          { label: t('organisation'), value: user.organisation_name },
          { label: t('person'), value: user.person_name ?? <NoPerson /> },
          { label: t('otp'), value: t(user.otp_enabled ? 'otp_on' : 'otp_off') },
          { label: t('password'), value: t(user.must_change_password ? 'must_change' : 'password_own') },
          {
            label: t('last_sign_in'),
            value: user.last_sign_in_at === null ? t('never') : format.dateTime(user.last_sign_in_at),
          },
          { label: t('created_at'), value: format.dateTime(user.created_at) },
        ]}
      />
    </section>
  )
}

function NoPerson() {
  const t = useText(usersText)
  return (
    <>
      {t('no_person')}
      <span className="system-note soft">{t('no_person_hint')}</span>
    </>
  )
}
