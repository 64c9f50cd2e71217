import { createFileRoute } from '@tanstack/react-router'
import { PermissionsPage } from '../../features/system/permissions/PermissionsPage'
import { permissionsSearch } from '../../features/system/permissions/permissions-search'

export const Route = createFileRoute('/_staff/system/permissions')({
  validateSearch: permissionsSearch,
  component: Permissions,
})

function Permissions() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <PermissionsPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
