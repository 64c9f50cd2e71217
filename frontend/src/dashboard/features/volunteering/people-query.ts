import { queryOptions } from '@tanstack/react-query'
import type { MemberOut } from '@/shared/api/schema.gen'
import { json } from '../../app/api'
import type { ListPage } from '../../components/list-query'

const FOUND_AT_MOST = 30

/** Members of the reader's subtree whose names match. */
export function peopleQuery(typed: string) {
  return queryOptions({
    queryKey: ['members', 'people', typed],
    queryFn: async ({ signal }) => {
      const query = { q: typed, state: 'active', scope: 'subtree', limit: FOUND_AT_MOST }
      const { items } = await json.get<ListPage<MemberOut>>('/api/v1/members', { query, signal })
      return items.map(({ person_id, name, organisation_name }) => ({
        id: person_id,
        name,
        organisation_name,
      }))
    },
  })
}
