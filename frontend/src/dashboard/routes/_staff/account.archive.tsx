import { createFileRoute } from '@tanstack/react-router'
import { archiveSearch } from '../../features/archive/archive-search'
import { OwnArchivePage } from '../../features/archive/OwnArchivePage'

export const Route = createFileRoute('/_staff/account/archive')({
  validateSearch: archiveSearch,
  component: OwnArchive,
})

function OwnArchive() {
  const { as_of } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <OwnArchivePage asOf={as_of} onAsOf={(day) => void navigate({ search: { as_of: day }, replace: true })} />
  )
}
