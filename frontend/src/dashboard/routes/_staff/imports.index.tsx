import { createFileRoute } from '@tanstack/react-router'
import { ImportsPage } from '../../features/imports/ImportsPage'
import { importsQuery } from '../../features/imports/imports-query'
import { importsSearch } from '../../features/imports/imports-search'

export const Route = createFileRoute('/_staff/imports/')({
  validateSearch: importsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(importsQuery(deps))
  },
  component: Imports,
})

function Imports() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <ImportsPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
