import { queryOptions } from '@tanstack/react-query'
import { findMembers, isNumber } from '../../../records/find-members'

const FOUND_AT_MOST = 100

/** Members of an organisation whose name or pinyin contains `text`. */
export function memberOptionsQuery(organisationId: string | undefined, text: string) {
  return queryOptions({
    queryKey: ['members', 'options', { organisationId, text }],
    enabled: organisationId !== undefined,
    queryFn: ({ signal }) => {
      const query = {
        organisation_id: organisationId ?? null,
        scope: 'subtree' as const,
        q: text || null,
        limit: FOUND_AT_MOST,
      }
      // A number would find members of other organisations too.
      return isNumber(text) ? [] : findMembers(query, signal)
    },
  })
}
