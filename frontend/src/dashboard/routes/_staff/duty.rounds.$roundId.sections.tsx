import { createFileRoute } from '@tanstack/react-router'
import { SectionsPage } from '../../features/duty/sections/SectionsPage'

export const Route = createFileRoute('/_staff/duty/rounds/$roundId/sections')({ component: Sections })

function Sections() {
  return <SectionsPage id={Route.useParams().roundId} />
}
