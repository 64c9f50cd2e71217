import { createFileRoute } from '@tanstack/react-router'
import { InspectionPage } from '../../features/secretaries/inspections/InspectionPage'
import { inspectionQuery } from '../../features/secretaries/inspections/inspection-queries'

export const Route = createFileRoute('/_staff/secretaries/inspections/$inspectionId')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(inspectionQuery(params.inspectionId))
  },
  component: Inspection,
})

function Inspection() {
  const { inspectionId } = Route.useParams()
  return <InspectionPage key={inspectionId} id={inspectionId} />
}
