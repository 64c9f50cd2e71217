import { queryOptions } from '@tanstack/react-query'
import { findMembers } from '../../records/find-members'

const FOUND_AT_MOST = 50

/** Members whose name matches, wherever the reader may look; the organisation's own before anything is typed. */
export function nomineesQuery(organisationId: string | undefined, typed: string) {
  const query = {
    q: typed === '' ? null : typed,
    organisation_id: typed === '' ? (organisationId ?? null) : null,
    scope: 'subtree' as const,
    state: 'active' as const,
    limit: FOUND_AT_MOST,
  }
  return queryOptions({
    queryKey: ['members', 'nominees', query],
    enabled: typed !== '' || organisationId !== undefined,
    queryFn: ({ signal }) => findMembers(query, signal),
  })
}
