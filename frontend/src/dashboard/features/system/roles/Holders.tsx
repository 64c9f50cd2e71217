import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { AssignmentOut } from '@/shared/api/schema.gen'
import { rolesText } from '@/shared/i18n/roles-text'
import { useFormat } from '../../../app/use-format'
import { FilterBar } from '../../../components/FilterBar'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { useText } from '../../../i18n/use-text'
import { EndAssignment } from './EndAssignment'
import { type HolderFilters, holdersAboveQuery, holdersQuery } from './role-queries'
import { rolesPageText } from './roles-page-text'
import {
  assignmentStateOf,
  ROLES,
  type RolesSearch,
  type RolesView,
  roleOf,
  VIEWS,
  viewOf,
} from './roles-search'

interface HoldersProps {
  readonly organisationId: string
  readonly search: RolesSearch
  readonly onSearch: (change: RolesSearch) => void
}

/** Who holds which role at an organisation, above it, or below. */
export function Holders({ organisationId, search, onSearch }: HoldersProps) {
  const t = useText(rolesPageText)
  const role = useText(rolesText)
  const view = viewOf(search.view)
  const filters = {
    q: search.q ?? null,
    role: roleOf(search.role),
    state: assignmentStateOf(search.state),
  }
  const columns = useColumns(view, filters)
  return (
    <>
      <Segmented
        className="system-view"
        aria-label={t('view')}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(value) }))}
        onChange={(chosen) => onSearch({ view: chosen === 'here' ? undefined : chosen })}
      />
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('search') },
          {
            kind: 'select',
            name: 'role',
            label: t('role'),
            options: ROLES.map((value) => ({ value, label: role.code(value) })),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: [
              { value: 'active', label: t('active') },
              { value: 'ended', label: t('ended') },
            ],
          },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name="role-assignments"
        label={t('list')}
        query={queryOf(view, organisationId, filters)}
        columns={columns}
        isFiltered={filters.q !== null || filters.role !== null || filters.state === 'ended'}
        empty={{ title: t(`empty_${view}`), hint: t('empty_hint') }}
      />
    </>
  )
}

function queryOf(view: RolesView, organisationId: string, filters: HolderFilters) {
  if (view === 'above') return holdersAboveQuery(organisationId, filters)
  return holdersQuery(organisationId, view === 'here' ? 'self' : 'subtree', filters)
}

function useColumns(view: RolesView, { state }: HolderFilters): readonly ListColumn<AssignmentOut>[] {
  const t = useText(rolesPageText)
  const role = useText(rolesText)
  const format = useFormat()
  const organisation: ListColumn<AssignmentOut> = {
    key: 'organisation',
    title: t('organisation'),
    render: (_, { organisation_id, organisation_name }) => (
      <Link to="/system/role-assignments" search={{ organisation_id }}>
        {organisation_name}
      </Link>
    ),
  }
  return [
    { key: 'holder', title: t('holder'), render: (_, row) => <Holder row={row} /> },
    { key: 'role', title: t('role'), render: (_, row) => role.code(row.role) },
    ...(view === 'here' ? [] : [organisation]),
    {
      key: 'granted_at',
      title: t('granted_at'),
      render: (_, { granted_at }) => format.dateTime(granted_at),
    },
    state === 'ended'
      ? { key: 'ended_at', title: t('ended_at'), render: (_, { ended_at }) => format.dateTime(ended_at) }
      : { key: 'action', title: t('action'), render: (_, row) => <EndAssignment row={row} /> },
  ]
}

function Holder({ row: { user_id, display_name, username } }: { readonly row: AssignmentOut }) {
  const t = useText(rolesPageText)
  if (display_name === null) return <span className="soft">{t('hidden_holder')}</span>
  return (
    <>
      <Link to="/system/users/$userId" params={{ userId: user_id }} className="system-inline">
        {display_name}
      </Link>{' '}
      <span className="soft">{username}</span>
    </>
  )
}
