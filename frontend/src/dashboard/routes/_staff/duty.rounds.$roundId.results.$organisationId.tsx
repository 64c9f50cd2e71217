import { createFileRoute } from '@tanstack/react-router'
import { ResultPage } from '../../features/duty/results/ResultPage'

export const Route = createFileRoute('/_staff/duty/rounds/$roundId/results/$organisationId')({
  component: OneResult,
})

function OneResult() {
  const { roundId, organisationId } = Route.useParams()
  return <ResultPage key={organisationId} round_id={roundId} organisation_id={organisationId} />
}
