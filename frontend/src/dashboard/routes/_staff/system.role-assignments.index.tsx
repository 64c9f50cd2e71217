import { createFileRoute } from '@tanstack/react-router'
import { RolesPage } from '../../features/system/roles/RolesPage'
import { rolesSearch } from '../../features/system/roles/roles-search'

export const Route = createFileRoute('/_staff/system/role-assignments/')({
  validateSearch: rolesSearch,
  component: RoleAssignments,
})

function RoleAssignments() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <RolesPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
