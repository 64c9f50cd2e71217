import { createFileRoute } from '@tanstack/react-router'
import { UserPage } from '../../features/system/users/UserPage'
import { userQuery } from '../../features/system/users/user-queries'

export const Route = createFileRoute('/_staff/system/users/$userId')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(userQuery(params.userId))
  },
  component: User,
})

function User() {
  const { userId } = Route.useParams()
  return <UserPage key={userId} id={userId} />
}
