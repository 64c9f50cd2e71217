import { createFileRoute } from '@tanstack/react-router'
import { NominationsPage } from '../../features/secretaries/nominations/NominationsPage'
import { nominationsSearch } from '../../features/secretaries/nominations/nominations-search'

export const Route = createFileRoute('/_staff/secretaries/nominations/')({
  validateSearch: nominationsSearch,
  component: Nominations,
})

function Nominations() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <NominationsPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
