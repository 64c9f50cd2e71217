import { createFileRoute } from '@tanstack/react-router'
import { AuditPage } from '../../features/system/audit/AuditPage'
import { auditSearch } from '../../features/system/audit/audit-search'

export const Route = createFileRoute('/_staff/system/audit')({
  validateSearch: auditSearch,
  component: Audit,
})

function Audit() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <AuditPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
