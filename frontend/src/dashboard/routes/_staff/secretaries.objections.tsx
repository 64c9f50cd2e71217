import { createFileRoute } from '@tanstack/react-router'
import { ObjectionsPage } from '../../features/objections/ObjectionsPage'
import { objectionsSearch } from '../../features/objections/objections-search'

export const Route = createFileRoute('/_staff/secretaries/objections')({
  validateSearch: objectionsSearch,
  component: Objections,
})

function Objections() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <ObjectionsPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
