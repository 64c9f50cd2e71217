import { createFileRoute } from '@tanstack/react-router'
import { newMemberSearch } from '../../features/members/members-search'
import { NewMemberPage } from '../../features/members/NewMemberPage'

export const Route = createFileRoute('/_staff/members/new')({
  validateSearch: newMemberSearch,
  component: NewMember,
})

function NewMember() {
  const { organisation_id } = Route.useSearch()
  return <NewMemberPage organisationId={organisation_id} />
}
