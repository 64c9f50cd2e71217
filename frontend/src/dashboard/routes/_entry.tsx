import { createFileRoute, Outlet, redirect } from '@tanstack/react-router'
import { session } from '../app/api'
import { meQuery } from '../auth/session-query'

export const Route = createFileRoute('/_entry')({
  async beforeLoad({ context }) {
    const { state } = await session.restore()
    if (state === 'signed_out') throw redirect({ to: '/sign-in' })
    await context.queryClient.ensureQueryData(meQuery)
  },
  component: Outlet,
})
