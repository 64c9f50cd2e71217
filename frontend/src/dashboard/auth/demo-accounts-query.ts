import { queryOptions } from '@tanstack/react-query'
import type { DemoAccount } from '@/shared/api/session-types'
import { json } from '../app/api'

interface DemoAccounts {
  readonly items: readonly DemoAccount[]
}

/** Only a demonstration has them; elsewhere the address is unknown. */
export const demoAccountsQuery = queryOptions({
  queryKey: ['public', 'demo-accounts'],
  queryFn: ({ signal }) => json.get<DemoAccounts>('/api/v1/public/demo-accounts', { signal }),
  select: ({ items }) => items,
  staleTime: Number.POSITIVE_INFINITY,
})
