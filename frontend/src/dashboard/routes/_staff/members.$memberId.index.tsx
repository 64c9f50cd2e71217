import { createFileRoute } from '@tanstack/react-router'
import { MemberPage } from '../../features/members/MemberPage'
import { memberQuery, membershipsQuery } from '../../features/members/members-query'

export const Route = createFileRoute('/_staff/members/$memberId/')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(memberQuery(params.memberId))
    void context.queryClient.prefetchQuery(membershipsQuery(params.memberId))
  },
  component: Member,
})

function Member() {
  const { memberId } = Route.useParams()
  return <MemberPage key={memberId} id={memberId} />
}
