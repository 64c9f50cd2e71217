import { createFileRoute } from '@tanstack/react-router'
import { TeamsPage } from '../../features/volunteering/teams/TeamsPage'
import { teamsSearch } from '../../features/volunteering/teams/teams-search'

export const Route = createFileRoute('/_staff/volunteering/teams/')({
  validateSearch: teamsSearch,
  component: Teams,
})

function Teams() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <TeamsPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
