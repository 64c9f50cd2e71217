import { createFileRoute } from '@tanstack/react-router'
import { HoursPage } from '../../features/volunteering/hours/HoursPage'
import { hoursSearch } from '../../features/volunteering/hours/hours-search'

export const Route = createFileRoute('/_staff/volunteering/hours/')({
  validateSearch: hoursSearch,
  component: Hours,
})

function Hours() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <HoursPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
