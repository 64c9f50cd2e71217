import { createFileRoute } from '@tanstack/react-router'
import { codeTablesQuery } from '../../features/members/code-tables-query'
import { MembersPage } from '../../features/members/MembersPage'
import { membersQuery } from '../../features/members/members-query'
import { membersSearch } from '../../features/members/members-search'

export const Route = createFileRoute('/_staff/members/')({
  validateSearch: membersSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(codeTablesQuery)
    void context.queryClient.prefetchInfiniteQuery(membersQuery(deps))
  },
  component: Members,
})

function Members() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <MembersPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
