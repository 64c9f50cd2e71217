import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { RolePermissionsOut } from '@/shared/api/schema.gen'
import { rolesText } from '@/shared/i18n/roles-text'
import { useCan } from '../../../auth/session-query'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { layoutText } from '../../../layout/layout-text'
import { PermissionMatrix } from './PermissionMatrix'
import { permissionsQuery } from './permissions-query'
import type { PermissionsSearch } from './permissions-search'
import { permissionsText } from './permissions-text'
import '../system.css'

interface PermissionsPageProps {
  readonly search: PermissionsSearch
  readonly onSearch: (change: PermissionsSearch) => void
}

export function PermissionsPage({ search, onSearch }: PermissionsPageProps) {
  const t = useText(permissionsText)
  const role = useText(rolesText)
  const parent = useParent()
  const table = useQuery(permissionsQuery)
  const roles = table.data?.roles ?? []
  return (
    <div className="page">
      <PageHeader title={t('title')} description={t('description')} {...parent} />
      <Select
        aria-label={t('one_role')}
        placeholder={t('one_role')}
        allowClear
        className="system-one-role"
        value={search.role ?? null}
        options={roles.map(({ role: value }) => ({ value, label: role.code(value) }))}
        onChange={(chosen: string | null | undefined) => onSearch({ role: chosen ?? undefined })}
      />
      <ListFace list={table} isEmpty={roles.length === 0} empty={{ title: t('empty') }}>
        <PermissionMatrix roles={shownRoles(roles, search.role)} all={roles} />
      </ListFace>
    </div>
  )
}

/** The page that led here, for those who have one. */
function useParent() {
  const layout = useText(layoutText)
  const can = useCan()
  if (can('role_assignments.read')) {
    return { parent: { to: '/system/role-assignments', label: layout('role_assignments') } }
  }
  return can('users.read') ? { parent: { to: '/system/users', label: layout('users') } } : {}
}

function shownRoles(roles: readonly RolePermissionsOut[], wanted: string | undefined) {
  const one = roles.filter(({ role }) => role === wanted)
  return one.length === 0 ? roles : one
}
