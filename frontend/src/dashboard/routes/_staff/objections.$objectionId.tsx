import { createFileRoute } from '@tanstack/react-router'
import { ObjectionPage } from '../../features/objections/ObjectionPage'

export const Route = createFileRoute('/_staff/objections/$objectionId')({ component: ObjectionRoute })

function ObjectionRoute() {
  const { objectionId } = Route.useParams()
  return <ObjectionPage key={objectionId} id={objectionId} />
}
