import { createFileRoute } from '@tanstack/react-router'
import { BallotsPage } from '../../features/duty/ballots/BallotsPage'
import { ballotSessionsQuery } from '../../features/duty/ballots/ballot-session-queries'

export const Route = createFileRoute('/_staff/duty/rounds/$roundId/ballots')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(ballotSessionsQuery(params.roundId))
  },
  component: Ballots,
})

function Ballots() {
  return <BallotsPage id={Route.useParams().roundId} />
}
