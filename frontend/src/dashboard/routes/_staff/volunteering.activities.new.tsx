import { createFileRoute } from '@tanstack/react-router'
import { NewActivityPage } from '../../features/volunteering/plan/NewActivityPage'
import { newActivitySearch } from '../../features/volunteering/plan/plan-search'

export const Route = createFileRoute('/_staff/volunteering/activities/new')({
  validateSearch: newActivitySearch,
  component: NewActivity,
})

function NewActivity() {
  return <NewActivityPage search={Route.useSearch()} />
}
