import { createFileRoute, Outlet } from '@tanstack/react-router'
import { requireSignIn } from '../auth/require-sign-in'

/** Pages that fill the screen: nothing of the desk stands around them. */
export const Route = createFileRoute('/_screen')({
  beforeLoad: ({ context: { queryClient }, location }) => requireSignIn(queryClient, location.href),
  component: Outlet,
})
