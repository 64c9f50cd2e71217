import { createFileRoute } from '@tanstack/react-router'
import { useCan } from '../../auth/session-query'
import { EnrolUsersPage } from '../../features/system/enrolment/EnrolUsersPage'
import { enrolmentSearch } from '../../features/system/enrolment/enrolment-search'
import { NotFoundPage } from '../../layout/NotFoundPage'

export const Route = createFileRoute('/_staff/system/users/enrol')({
  validateSearch: enrolmentSearch,
  component: EnrolUsers,
})

function EnrolUsers() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const can = useCan()
  if (!can('users.write')) return <NotFoundPage />
  return (
    <EnrolUsersPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
