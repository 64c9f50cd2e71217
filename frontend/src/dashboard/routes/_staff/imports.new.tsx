import { createFileRoute } from '@tanstack/react-router'
import { newImportSearch } from '../../features/imports/imports-search'
import { NewImportPage } from '../../features/imports/NewImportPage'

export const Route = createFileRoute('/_staff/imports/new')({
  validateSearch: newImportSearch,
  component: NewImport,
})

function NewImport() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <NewImportPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
