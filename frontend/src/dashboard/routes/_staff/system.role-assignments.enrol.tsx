import { createFileRoute } from '@tanstack/react-router'
import { useCan } from '../../auth/session-query'
import { EnrolRolesPage } from '../../features/system/enrolment/EnrolRolesPage'
import { enrolmentSearch } from '../../features/system/enrolment/enrolment-search'
import { NotFoundPage } from '../../layout/NotFoundPage'

export const Route = createFileRoute('/_staff/system/role-assignments/enrol')({
  validateSearch: enrolmentSearch,
  component: EnrolRoles,
})

function EnrolRoles() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const can = useCan()
  if (!can('role_assignments.write')) return <NotFoundPage />
  return (
    <EnrolRolesPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
