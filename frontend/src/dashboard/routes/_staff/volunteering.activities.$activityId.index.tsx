import { createFileRoute } from '@tanstack/react-router'
import { ActivityPage } from '../../features/volunteering/activities/ActivityPage'
import { activitySearch } from '../../features/volunteering/activities/activities-search'
import { activityQuery } from '../../features/volunteering/activities/activity-queries'

export const Route = createFileRoute('/_staff/volunteering/activities/$activityId/')({
  validateSearch: activitySearch,
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(activityQuery(params.activityId))
  },
  component: Activity,
})

function Activity() {
  const { activityId } = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <ActivityPage
      key={activityId}
      id={activityId}
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
