import { createFileRoute } from '@tanstack/react-router'
import { UnitListPage } from '../../features/organisations/units/UnitListPage'
import { unitsSearch } from '../../features/organisations/units/units-search'

export const Route = createFileRoute('/_staff/organisations/units')({
  validateSearch: unitsSearch,
  component: Units,
})

function Units() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <UnitListPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
