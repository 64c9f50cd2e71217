import { createFileRoute } from '@tanstack/react-router'
import { ChangePasswordPage } from '../../auth/ChangePasswordPage'
import { entrySearch } from '../../auth/own-path'

export const Route = createFileRoute('/_entry/change-password')({
  validateSearch: entrySearch,
  component: ChangePassword,
})

function ChangePassword() {
  return <ChangePasswordPage redirect={Route.useSearch().redirect} />
}
