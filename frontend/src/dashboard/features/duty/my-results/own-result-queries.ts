import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { ResultObjectionIn } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import type { ResultKey } from '../results/result-queries'

/** The reader's own published results, the latest first. */
export const ownResultsQuery = queryOptions({
  queryKey: ['me', 'duty-results'],
  queryFn: async ({ signal }) => (await read(api.GET('/api/v1/me/duty-results', { signal }))).items,
})

export function useAcknowledge({ round_id, organisation_id }: ResultKey) {
  const queries = useQueryClient()
  const params = { path: { round_id, organisation_id } }
  return useMutation({
    mutationFn: () =>
      read(api.POST('/api/v1/duty-rounds/{round_id}/results/{organisation_id}/acknowledge', { params })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['me'] }),
  })
}

export function useObjectToResult({ round_id, organisation_id }: ResultKey) {
  const queries = useQueryClient()
  const params = { path: { round_id, organisation_id } }
  return useMutation({
    mutationFn: (body: ResultObjectionIn) =>
      read(api.POST('/api/v1/duty-rounds/{round_id}/results/{organisation_id}/objections', { params, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['objections'] }),
  })
}
