import { queryOptions } from '@tanstack/react-query'
import { json } from '../app/api'
import type { Permission } from '../auth/permissions'
import { findMembers } from '../records/find-members'
import { identityFault } from '../records/identity-number'

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
/** So many digits are most of an identity number: they wait for the rest, and then go into no address. */
const MOST_OF_A_NUMBER = /^\d{14,17}[\dXx]?$/

/** Organisations and members whose name, pinyin or code begins like `text`, or by a whole identity number. */
export function searchQuery(text: string, can: (permission: Permission) => boolean) {
  return queryOptions({
    queryKey: ['search', text],
    enabled: text !== '',
    queryFn: async ({ signal }): Promise<SearchHits> => {
      const query = { q: text, limit: HITS_OF_A_KIND }
      const organisations = async (): Promise<readonly OrganisationHit[]> => {
        if (!can('organisations.read') || isPrivate(text)) return []
        const path = '/api/v1/organisations'
        return (await json.get<{ items: readonly OrganisationHit[] }>(path, { query, signal })).items
      }
      const members = async (): Promise<readonly MemberHit[]> =>
        can('members.read') ? findMembers(query, signal) : []
      const [foundOrganisations, foundMembers] = await Promise.all([organisations(), members()])
      return { organisations: foundOrganisations, members: foundMembers }
    },
  })
}

function isPrivate(text: string): boolean {
  return MOST_OF_A_NUMBER.test(text.replace(/\s/g, '')) || identityFault(text) === null
}
