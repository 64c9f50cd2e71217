import { createFileRoute } from '@tanstack/react-router'
import { NominationPage } from '../../features/secretaries/nominations/NominationPage'
import { nominationQuery } from '../../features/secretaries/nominations/nomination-queries'

export const Route = createFileRoute('/_staff/secretaries/nominations/$nominationId/')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(nominationQuery(params.nominationId))
  },
  component: Nomination,
})

function Nomination() {
  const { nominationId } = Route.useParams()
  return <NominationPage key={nominationId} id={nominationId} />
}
