import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { DutyParticipantChangeIn } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import type { DutyParticipantOut } from '../duty-types'
import { useReadDutyAnew } from '../round-queries'

const PAGE = 200

/** The whole list in the order of the meeting: it is put in order as a whole. */
export function participantsQuery(roundId: string) {
  return queryOptions({
    queryKey: ['duty-rounds', roundId, 'participants'],
    queryFn: async ({ signal }) => {
      const found: DutyParticipantOut[] = []
      let cursor: string | null = null
      do {
        const params = { path: { round_id: roundId }, query: { limit: PAGE, cursor } }
        const page: { items: DutyParticipantOut[]; next_cursor: string | null } = await read(
          api.GET('/api/v1/duty-rounds/{round_id}/participants', { params, signal }),
        )
        found.push(...page.items)
        cursor = page.next_cursor
      } while (cursor !== null)
      return found
    },
  })
}

export function useChangeParticipant() {
  const onSettled = useReadDutyAnew()
  return useMutation({
    mutationFn: ({ of, ...body }: DutyParticipantChangeIn & { readonly of: DutyParticipantOut }) => {
      const params = { path: { participant_id: of.id }, header: ifMatch(of) }
      return read(api.PATCH('/api/v1/duty-participants/{participant_id}', { params, body }))
    },
    onSettled,
  })
}

export function useAddParticipant(roundId: string) {
  const onSuccess = useReadDutyAnew()
  const params = { path: { round_id: roundId } }
  return useMutation({
    mutationFn: (body: { organisation_id: string; reason: string }) =>
      read(api.POST('/api/v1/duty-rounds/{round_id}/participants', { params, body })),
    onSuccess,
  })
}

export function useRefreshParticipants(roundId: string) {
  const onSuccess = useReadDutyAnew()
  const params = { path: { round_id: roundId } }
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/duty-rounds/{round_id}/participants/refresh', { params })),
    onSuccess,
  })
}

/** Shows the new order at once; a refusal brings the old one back. */
export function useOrderParticipants(roundId: string) {
  const queries = useQueryClient()
  const { queryKey } = participantsQuery(roundId)
  const params = { path: { round_id: roundId } }
  return useMutation({
    // One after the other: the last order is the one that stays.
    scope: { id: `order ${roundId}` },
    mutationFn: (rows: readonly DutyParticipantOut[]) =>
      api.PUT('/api/v1/duty-rounds/{round_id}/participants/order', {
        params,
        body: { ids: rows.map(({ id }) => id) },
      }),
    onMutate: async (rows) => {
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, [...rows])
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
