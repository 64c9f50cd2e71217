import { createFileRoute } from '@tanstack/react-router'
import { ChangeListPage } from '../../features/organisations/changes/ChangeListPage'
import { changesSearch } from '../../features/organisations/changes/changes-search'

export const Route = createFileRoute('/_staff/organisations/changes/')({
  validateSearch: changesSearch,
  component: Changes,
})

function Changes() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <ChangeListPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
