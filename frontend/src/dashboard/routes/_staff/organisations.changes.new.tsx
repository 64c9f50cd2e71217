import { createFileRoute } from '@tanstack/react-router'
import { ChangeFormPage } from '../../features/organisations/changes/ChangeFormPage'
import { newChangeSearch } from '../../features/organisations/changes/changes-search'

export const Route = createFileRoute('/_staff/organisations/changes/new')({
  validateSearch: newChangeSearch,
  component: NewChange,
})

function NewChange() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <ChangeFormPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
