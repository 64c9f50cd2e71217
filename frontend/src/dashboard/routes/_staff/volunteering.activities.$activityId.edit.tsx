import { createFileRoute } from '@tanstack/react-router'
import { EditActivityPage } from '../../features/volunteering/plan/EditActivityPage'

export const Route = createFileRoute('/_staff/volunteering/activities/$activityId/edit')({
  component: EditActivity,
})

function EditActivity() {
  const { activityId } = Route.useParams()
  return <EditActivityPage key={activityId} id={activityId} />
}
