import { createFileRoute } from '@tanstack/react-router'
import { SecretariesPage } from '../../features/secretaries/SecretariesPage'
import { secretariesSearch } from '../../features/secretaries/secretaries-search'

export const Route = createFileRoute('/_staff/secretaries/')({
  validateSearch: secretariesSearch,
  component: Secretaries,
})

function Secretaries() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <SecretariesPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
