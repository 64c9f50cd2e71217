import { createFileRoute } from '@tanstack/react-router'
import { UsersPage } from '../../features/system/users/UsersPage'
import { usersSearch } from '../../features/system/users/users-search'

export const Route = createFileRoute('/_staff/system/users/')({
  validateSearch: usersSearch,
  component: Users,
})

function Users() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <UsersPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
