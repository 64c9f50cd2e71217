import { createFileRoute } from '@tanstack/react-router'
import { SchemePage } from '../../features/duty/scheme/SchemePage'

export const Route = createFileRoute('/_staff/duty/rounds/$roundId/scheme')({ component: Scheme })

function Scheme() {
  return <SchemePage id={Route.useParams().roundId} />
}
