import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../features/imports/ImportPage'
import { importQuery } from '../../features/imports/imports-query'

export const Route = createFileRoute('/_staff/imports/$importId')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(importQuery(params.importId))
  },
  component: Import,
})

function Import() {
  const { importId } = Route.useParams()
  return <ImportPage key={importId} id={importId} />
}
