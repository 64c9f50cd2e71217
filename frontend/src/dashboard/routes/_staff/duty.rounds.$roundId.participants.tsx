import { createFileRoute } from '@tanstack/react-router'
import { ParticipantsPage } from '../../features/duty/participants/ParticipantsPage'

export const Route = createFileRoute('/_staff/duty/rounds/$roundId/participants')({ component: Participants })

function Participants() {
  return <ParticipantsPage id={Route.useParams().roundId} />
}
