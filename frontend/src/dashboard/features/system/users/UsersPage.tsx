import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { UserOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { FilterBar } from '../../../components/FilterBar'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { CreateUserButton } from './CreateUserButton'
import { UserStateTag } from './UserStateTag'
import { usersQuery } from './user-queries'
import type { UsersSearch } from './users-search'
import { usersText } from './users-text'
import '../system.css'

interface UsersPageProps {
  readonly search: UsersSearch
  readonly onSearch: (change: UsersSearch) => void
}

export function UsersPage({ search, onSearch }: UsersPageProps) {
  const t = useText(usersText)
  const can = useCan()
  const navigate = useNavigate()
  const columns = useColumns()
  const { q, state, organisation_id } = search
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        description={
          <>
            {t('description')}{' '}
            <Link to="/system/permissions" className="system-inline">
              {t('see_permissions')}
            </Link>
          </>
        }
        actions={
          can('users.write') && (
            <>
              <Button onClick={() => void navigate({ to: '/system/users/enrol' })}>{t('enrol')}</Button>
              <CreateUserButton />
            </>
          )
        }
      />
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('search') },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: [
              { value: 'active', label: t('active') },
              { value: 'disabled', label: t('disabled') },
            ],
          },
          { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name="users"
        label={t('list')}
        query={usersQuery(search)}
        columns={columns}
        {...(search.sort !== undefined && { sort: search.sort })}
        onSort={(sort) => onSearch({ sort })}
        isFiltered={[q, state, organisation_id].some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      />
    </div>
  )
}

function useColumns(): readonly ListColumn<UserOut>[] {
  const t = useText(usersText)
  const format = useFormat()
  return [
    {
      key: 'display_name',
      title: t('display_name'),
      sortBy: 'display_name',
      render: (_, { id, display_name }) => (
        <Link to="/system/users/$userId" params={{ userId: id }}>
          {display_name}
        </Link>
      ),
    },
    { key: 'username', title: t('username'), dataIndex: 'username', sortBy: 'username' },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    {
      key: 'person',
      title: t('person'),
      optional: true,
      render: (_, { person_name }) => person_name ?? <span className="soft">{t('no_person')}</span>,
    },
    { key: 'state', title: t('state'), render: (_, user) => <UserStateTag user={user} /> },
    {
      key: 'otp',
      title: t('otp'),
      render: (_, { otp_enabled }) =>
        otp_enabled ? t('otp_on') : <span className="soft">{t('otp_off')}</span>,
    },
    {
      key: 'last_sign_in',
      title: t('last_sign_in'),
      render: (_, { last_sign_in_at: at }) =>
        at === null ? <span className="soft">{t('never')}</span> : format.dateTime(at),
    },
    {
      key: 'created_at',
      title: t('created_at'),
      sortBy: 'created_at',
      optional: true,
      render: (_, { created_at }) => format.dateTime(created_at),
    },
  ]
}
