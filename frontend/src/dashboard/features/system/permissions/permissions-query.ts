import { queryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'

export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/permissions', { signal })),
})
