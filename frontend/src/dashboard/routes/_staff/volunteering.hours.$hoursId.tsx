import { createFileRoute } from '@tanstack/react-router'
import { OneHoursPage } from '../../features/volunteering/hours/OneHoursPage'

export const Route = createFileRoute('/_staff/volunteering/hours/$hoursId')({ component: OneHours })

function OneHours() {
  const { hoursId } = Route.useParams()
  return <OneHoursPage key={hoursId} id={hoursId} />
}
