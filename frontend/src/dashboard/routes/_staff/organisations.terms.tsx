import { createFileRoute } from '@tanstack/react-router'
import { TermListPage } from '../../features/organisations/terms/TermListPage'
import { termsSearch } from '../../features/organisations/terms/terms-search'

export const Route = createFileRoute('/_staff/organisations/terms')({
  validateSearch: termsSearch,
  component: Terms,
})

function Terms() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <TermListPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
