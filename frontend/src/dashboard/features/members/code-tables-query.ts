import { queryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../app/api'

/** The national tables that a member's codes refer to. They change with a release, not while one works. */
export const codeTablesQuery = queryOptions({
  queryKey: ['code-tables'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/code-tables', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
})
