import { createFileRoute } from '@tanstack/react-router'
import { ReportsPage } from '../../features/duty/reports/ReportsPage'
import { reportsSearch } from '../../features/duty/reports/reports-search'

export const Route = createFileRoute('/_staff/duty/reports/')({
  validateSearch: reportsSearch,
  component: Reports,
})

function Reports() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <ReportsPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
