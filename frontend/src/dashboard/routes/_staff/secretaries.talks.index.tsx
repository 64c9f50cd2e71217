import { createFileRoute } from '@tanstack/react-router'
import { TalksPage } from '../../features/talks/TalksPage'
import { talksSearch } from '../../features/talks/talks-search'

export const Route = createFileRoute('/_staff/secretaries/talks/')({
  validateSearch: talksSearch,
  component: Talks,
})

function Talks() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <TalksPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
