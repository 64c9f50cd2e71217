import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { BallotIn } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'

/** What the reader may vote on by account, and what waits for the appraisal to begin. */
export const ownBallotsQuery = queryOptions({
  queryKey: ['me', 'ballots'],
  queryFn: async ({ signal }) => (await read(api.GET('/api/v1/me/ballots', { signal }))).items,
})

export function ownBallotQuery(sessionId: string) {
  const params = { path: { session_id: sessionId } }
  return queryOptions({
    queryKey: ['me', 'ballots', sessionId],
    // Whoever comes back asks anew: the ballot may be cast by then.
    gcTime: 0,
    queryFn: ({ signal }) => read(api.GET('/api/v1/me/ballots/{session_id}', { params, signal })),
  })
}

/** Sends a ballot; sent again with the same content it counts once. */
export function useCastBallot(sessionId: string) {
  const queries = useQueryClient()
  const params = { path: { session_id: sessionId } }
  return useMutation({
    mutationFn: (body: BallotIn) => api.POST('/api/v1/me/ballots/{session_id}', { params, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ownBallotsQuery.queryKey, exact: true })
      void queries.invalidateQueries({ queryKey: ['me', 'home'] })
    },
  })
}
