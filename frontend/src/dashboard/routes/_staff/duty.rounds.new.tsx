import { createFileRoute } from '@tanstack/react-router'
import { NewRoundPage } from '../../features/duty/rounds/NewRoundPage'
import { newRoundSearch } from '../../features/duty/rounds/rounds-search'

export const Route = createFileRoute('/_staff/duty/rounds/new')({
  validateSearch: newRoundSearch,
  component: NewRound,
})

function NewRound() {
  return <NewRoundPage search={Route.useSearch()} />
}
