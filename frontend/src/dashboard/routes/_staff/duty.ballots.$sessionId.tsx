import { createFileRoute } from '@tanstack/react-router'
import { ScoringPage } from '../../features/duty/my-ballots/ScoringPage'

export const Route = createFileRoute('/_staff/duty/ballots/$sessionId')({ component: Scoring })

function Scoring() {
  const { sessionId } = Route.useParams()
  return <ScoringPage key={sessionId} sessionId={sessionId} />
}
