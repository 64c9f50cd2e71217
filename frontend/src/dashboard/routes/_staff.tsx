import { createFileRoute, redirect } from '@tanstack/react-router'
import { session } from '../app/api'
import { settingsQuery } from '../app/settings-query'
import { meQuery } from '../auth/session-query'
import { Shell } from '../layout/Shell'

export const Route = createFileRoute('/_staff')({
  async beforeLoad({ context: { queryClient }, location }) {
    const { state } = await session.restore()
    if (state === 'signed_out') throw redirect({ to: '/sign-in', search: { redirect: location.href } })
    const [me] = await Promise.all([
      queryClient.ensureQueryData(meQuery),
      queryClient.ensureQueryData(settingsQuery),
    ])
    if (me.must_change_password) throw redirect({ to: '/change-password' })
    if (me.otp_setup_required) throw redirect({ to: '/otp-setup' })
    if (me.assignment === null) throw redirect({ to: '/choose-role' })
  },
  component: Shell,
})
