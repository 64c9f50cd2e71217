import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { session } from '../app/api'
import { settingsQuery } from '../app/settings-query'
import { meQuery } from './session-query'

/** Before a page of the office: whoever is not signed in, or has something to settle first, is led there. */
export async function requireSignIn(queryClient: QueryClient, href: string): Promise<void> {
  const { state } = await session.restore()
  if (state === 'signed_out') throw redirect({ to: '/sign-in', search: { redirect: href } })
  const [me] = await Promise.all([
    queryClient.ensureQueryData(meQuery),
    queryClient.ensureQueryData(settingsQuery),
  ])
  if (me.must_change_password) throw redirect({ to: '/change-password', search: { redirect: href } })
  if (me.otp_setup_required) throw redirect({ to: '/otp-setup', search: { redirect: href } })
  if (me.assignment === null) throw redirect({ to: '/choose-role' })
}
