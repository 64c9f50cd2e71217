import { createFileRoute } from '@tanstack/react-router'
import { ChangeDetailPage } from '../../features/organisations/changes/ChangeDetailPage'
import { changeQuery } from '../../features/organisations/changes/change-queries'

export const Route = createFileRoute('/_staff/organisations/changes/$changeId/')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(changeQuery(params.changeId))
  },
  component: ChangePage,
})

function ChangePage() {
  const { changeId } = Route.useParams()
  return <ChangeDetailPage key={changeId} id={changeId} />
}
