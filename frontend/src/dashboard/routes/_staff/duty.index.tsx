import { createFileRoute } from '@tanstack/react-router'
import { RoundsPage } from '../../features/duty/rounds/RoundsPage'
import { roundsSearch } from '../../features/duty/rounds/rounds-search'

export const Route = createFileRoute('/_staff/duty/')({
  validateSearch: roundsSearch,
  component: Rounds,
})

function Rounds() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <RoundsPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
