import { createFileRoute } from '@tanstack/react-router'
import { RoundOverview } from '../../features/duty/rounds/RoundOverview'

export const Route = createFileRoute('/_staff/duty/rounds/$roundId/')({ component: Overview })

function Overview() {
  return <RoundOverview id={Route.useParams().roundId} />
}
