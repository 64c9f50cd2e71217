import { createFileRoute } from '@tanstack/react-router'
import { OtpSetupPage } from '../../auth/OtpSetupPage'
import { entrySearch } from '../../auth/own-path'

export const Route = createFileRoute('/_entry/otp-setup')({
  validateSearch: entrySearch,
  component: OtpSetup,
})

function OtpSetup() {
  return <OtpSetupPage redirect={Route.useSearch().redirect} />
}
