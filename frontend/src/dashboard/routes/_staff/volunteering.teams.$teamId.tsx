import { createFileRoute } from '@tanstack/react-router'
import { TeamPage } from '../../features/volunteering/teams/TeamPage'
import { teamsSearch } from '../../features/volunteering/teams/teams-search'

export const Route = createFileRoute('/_staff/volunteering/teams/$teamId')({
  validateSearch: teamsSearch,
  component: Team,
})

function Team() {
  const { teamId } = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <TeamPage
      key={teamId}
      id={teamId}
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
