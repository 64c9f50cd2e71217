import { queryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'

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
      return read(api.GET('/api/v1/members', { params: { query }, signal }))
    },
  })
}
