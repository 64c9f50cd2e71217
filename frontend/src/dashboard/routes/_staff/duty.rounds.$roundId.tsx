import { createFileRoute } from '@tanstack/react-router'
import { roundQuery } from '../../features/duty/round-queries'
import { RoundLayout } from '../../features/duty/rounds/RoundLayout'

export const Route = createFileRoute('/_staff/duty/rounds/$roundId')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(roundQuery(params.roundId))
  },
  component: Round,
})

function Round() {
  const { roundId } = Route.useParams()
  return <RoundLayout key={roundId} id={roundId} />
}
