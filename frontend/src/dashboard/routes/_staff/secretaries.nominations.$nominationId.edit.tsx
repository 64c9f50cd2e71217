import { createFileRoute } from '@tanstack/react-router'
import { EditNominationPage } from '../../features/secretaries/nominations/EditNominationPage'
import { nominationQuery } from '../../features/secretaries/nominations/nomination-queries'

export const Route = createFileRoute('/_staff/secretaries/nominations/$nominationId/edit')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(nominationQuery(params.nominationId))
  },
  component: EditNomination,
})

function EditNomination() {
  const { nominationId } = Route.useParams()
  return <EditNominationPage key={nominationId} id={nominationId} />
}
