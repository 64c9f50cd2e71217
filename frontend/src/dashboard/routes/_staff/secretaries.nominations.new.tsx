import { createFileRoute } from '@tanstack/react-router'
import { NewNominationPage } from '../../features/secretaries/nominations/NewNominationPage'
import { newNominationSearch } from '../../features/secretaries/nominations/nominations-search'

export const Route = createFileRoute('/_staff/secretaries/nominations/new')({
  validateSearch: newNominationSearch,
  component: NewNomination,
})

function NewNomination() {
  return <NewNominationPage search={Route.useSearch()} />
}
