import { queryOptions } from '@tanstack/react-query'
import { json } from '../../../app/api'

interface MemberOption {
  readonly id: string
  readonly name: string
}

const FOUND_AT_MOST = 100

/** Members of an organisation whose name or pinyin contains `text`. */
export function memberOptionsQuery(organisationId: string | undefined, text: string) {
  return queryOptions({
    queryKey: ['members', 'options', { organisationId, text }],
    enabled: organisationId !== undefined,
    queryFn: ({ signal }) => {
      const query = { organisation_id: organisationId, scope: 'subtree', q: text, limit: FOUND_AT_MOST }
      return json.get<{ items: readonly MemberOption[] }>('/api/v1/members', { query, signal })
    },
  })
}
