import { queryOptions } from '@tanstack/react-query'
import type { Home, OrganisationSummary } from '@/shared/api/session-types'
import { json } from '../../app/api'

export const homeQuery = queryOptions({
  queryKey: ['me', 'home'],
  queryFn: ({ signal }) => json.get<Home>('/api/v1/me/home', { signal }),
  staleTime: 0,
})

/** The counts of an organisation and all below it. */
export function summaryQuery(organisationId: string) {
  return queryOptions({
    queryKey: ['organisations', organisationId, 'summary'],
    queryFn: ({ signal }) =>
      json.get<OrganisationSummary>(`/api/v1/organisations/${organisationId}/summary`, { signal }),
  })
}
