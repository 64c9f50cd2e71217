import { createFileRoute } from '@tanstack/react-router'
import { NewTalkPage } from '../../features/talks/NewTalkPage'
import { newTalkSearch } from '../../features/talks/talks-search'

export const Route = createFileRoute('/_staff/secretaries/talks/new')({
  validateSearch: newTalkSearch,
  component: NewTalk,
})

function NewTalk() {
  return <NewTalkPage search={Route.useSearch()} />
}
