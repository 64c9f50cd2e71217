import { createFileRoute } from '@tanstack/react-router'
import { requireSignIn } from '../auth/require-sign-in'
import { Shell } from '../layout/Shell'

export const Route = createFileRoute('/_staff')({
  beforeLoad: ({ context: { queryClient }, location }) => requireSignIn(queryClient, location.href),
  component: Shell,
})
