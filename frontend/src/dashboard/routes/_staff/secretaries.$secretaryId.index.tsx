import { createFileRoute } from '@tanstack/react-router'
import { SecretaryPage } from '../../features/secretaries/appointment/SecretaryPage'
import { secretaryQuery } from '../../features/secretaries/secretary-queries'

export const Route = createFileRoute('/_staff/secretaries/$secretaryId/')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(secretaryQuery(params.secretaryId))
  },
  component: Secretary,
})

function Secretary() {
  const { secretaryId } = Route.useParams()
  return <SecretaryPage key={secretaryId} id={secretaryId} />
}
