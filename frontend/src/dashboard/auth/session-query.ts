import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Me } from '@/shared/api/session-types'
import type { SessionSnapshot } from '@/shared/api/token-store'
import { json, session } from '../app/api'
import type { Permission } from './permissions'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => json.get<Me>('/api/v1/me', { signal }),
  staleTime: 300_000,
})

/** Who is signed in, speaking for which role. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

/** `const can = useCan(); can('members.write')`: hides what the server would refuse. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}

export function useSession(): SessionSnapshot {
  return useSyncExternalStore(session.subscribe, session.snapshot)
}

/** Speaks for another role: everything known so far may look different, so it is forgotten. */
export function useSwitchRole(): (assignmentId: string) => Promise<void> {
  const queries = useQueryClient()
  return async (assignmentId) => {
    await session.switchTo(assignmentId)
    queries.removeQueries({
      predicate: (query) => query.queryKey[0] !== 'public' && query.queryKey[0] !== 'me',
    })
    await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    await queries.invalidateQueries()
  }
}
