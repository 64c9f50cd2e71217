import { queryOptions } from '@tanstack/react-query'
import type { Demonstration } from '@/shared/api/session-types'
import { json } from '../app/api'

/** Only a demonstration has them; elsewhere the address is unknown. */
export const demoAccountsQuery = queryOptions({
  queryKey: ['public', 'demo-accounts'],
  queryFn: ({ signal }) => json.get<Demonstration>('/api/v1/public/demo-accounts', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})
