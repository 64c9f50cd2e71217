import { createFileRoute } from '@tanstack/react-router'
import { OrganisationsPage } from '../../features/organisations/OrganisationsPage'
import { organisationQuery, outlineQuery } from '../../features/organisations/organisation-queries'
import { dayOf, organisationsSearch } from '../../features/organisations/organisations-search'

export const Route = createFileRoute('/_staff/organisations/')({
  validateSearch: organisationsSearch,
  loaderDeps: ({ search }) => ({ asOf: dayOf(search), selected: search.selected }),
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(outlineQuery(deps.asOf))
    if (deps.selected !== undefined) {
      void context.queryClient.prefetchQuery(organisationQuery(deps.selected, deps.asOf))
    }
  },
  component: Organisations,
})

function Organisations() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <OrganisationsPage
      search={search}
      onSearch={(change) =>
        void navigate({
          search: (before) => ({ ...before, ...change }),
          // Choosing an organisation is a step that the back button takes back; all else is not.
          replace: !('selected' in change),
        })
      }
    />
  )
}
