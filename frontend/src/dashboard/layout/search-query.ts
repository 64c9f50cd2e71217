import { queryOptions } from '@tanstack/react-query'
import { json } from '../app/api'
import type { Permission } from '../auth/permissions'

interface Hit {
  readonly id: string
  readonly name: string
}

interface OrganisationHit extends Hit {
  readonly code: string | null
}

interface MemberHit extends Hit {
  readonly organisation_name: string
}

export interface SearchHits {
  readonly organisations: readonly OrganisationHit[]
  readonly members: readonly MemberHit[]
}

const HITS_OF_A_KIND = 6

/** Organisations and members whose name, pinyin or code begins like `text`. */
export function searchQuery(text: string, can: (permission: Permission) => boolean) {
  return queryOptions({
    queryKey: ['search', text],
    enabled: text !== '',
    queryFn: async ({ signal }): Promise<SearchHits> => {
      const find = async <T>(permission: Permission, path: string): Promise<readonly T[]> => {
        if (!can(permission)) return []
        const query = { q: text, limit: HITS_OF_A_KIND }
        return (await json.get<{ items: readonly T[] }>(path, { query, signal })).items
      }
      const [organisations, members] = await Promise.all([
        find<OrganisationHit>('organisations.read', '/api/v1/organisations'),
        find<MemberHit>('members.read', '/api/v1/members'),
      ])
      return { organisations, members }
    },
  })
}
