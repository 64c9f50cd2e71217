import { createFileRoute } from '@tanstack/react-router'
import { ActivitiesPage } from '../../features/volunteering/activities/ActivitiesPage'
import { activitiesSearch } from '../../features/volunteering/activities/activities-search'

export const Route = createFileRoute('/_staff/volunteering/')({
  validateSearch: activitiesSearch,
  component: Activities,
})

function Activities() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <ActivitiesPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
