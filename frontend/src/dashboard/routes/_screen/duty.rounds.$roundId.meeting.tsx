import { createFileRoute } from '@tanstack/react-router'
import { searchOf } from '../../app/search-params'
import { MeetingPage } from '../../features/duty/meeting/MeetingPage'

const meetingSearch = searchOf('at')

export const Route = createFileRoute('/_screen/duty/rounds/$roundId/meeting')({
  validateSearch: meetingSearch,
  component: Meeting,
})

function Meeting() {
  const { roundId } = Route.useParams()
  const { at } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <MeetingPage
      id={roundId}
      at={at}
      onMove={(participantId) => void navigate({ search: { at: participantId }, replace: true })}
    />
  )
}
