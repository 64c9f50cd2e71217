import { queryOptions } from '@tanstack/react-query'
import { findMembers } from '../../records/find-members'

const FOUND_AT_MOST = 30

/** Members of the reader's subtree whose names match. */
export function peopleQuery(typed: string) {
  return queryOptions({
    queryKey: ['members', 'people', typed],
    queryFn: async ({ signal }) => {
      const query = { q: typed, state: 'active', scope: 'subtree', limit: FOUND_AT_MOST } as const
      const items = await findMembers(query, signal)
      return items.map(({ person_id, name, organisation_name }) => ({
        id: person_id,
        name,
        organisation_name,
      }))
    },
  })
}
