import { createFileRoute } from '@tanstack/react-router'
import { EditMemberPage } from '../../features/members/EditMemberPage'
import { memberQuery } from '../../features/members/members-query'

export const Route = createFileRoute('/_staff/members/$memberId/edit')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(memberQuery(params.memberId))
  },
  component: EditMember,
})

function EditMember() {
  const { memberId } = Route.useParams()
  return <EditMemberPage key={memberId} id={memberId} />
}
