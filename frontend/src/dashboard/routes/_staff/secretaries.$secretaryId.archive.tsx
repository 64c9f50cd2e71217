import { createFileRoute } from '@tanstack/react-router'
import { archiveSearch } from '../../features/archive/archive-search'
import { SecretaryArchivePage } from '../../features/archive/SecretaryArchivePage'

export const Route = createFileRoute('/_staff/secretaries/$secretaryId/archive')({
  validateSearch: archiveSearch,
  component: SecretaryArchive,
})

function SecretaryArchive() {
  const { secretaryId } = Route.useParams()
  const { as_of } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <SecretaryArchivePage
      key={secretaryId}
      id={secretaryId}
      asOf={as_of}
      onAsOf={(day) => void navigate({ search: { as_of: day }, replace: true })}
    />
  )
}
