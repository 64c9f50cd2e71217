import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type {
  BallotSessionAction,
  BallotSessionIn,
  BallotSessionOut,
  PapersIn,
  VoidIn,
} from '@/shared/api/schema.gen'
import { api, json } from '../../../app/api'

const PAGE = 200

/** Every voting of a round: their counts stand side by side. */
export function ballotSessionsQuery(roundId: string) {
  return queryOptions({
    queryKey: ['duty-rounds', roundId, 'ballots'],
    queryFn: async ({ signal }) => {
      const found: BallotSessionOut[] = []
      let cursor: string | null = null
      do {
        const params = { path: { round_id: roundId }, query: { limit: PAGE, cursor } }
        const page: { items: BallotSessionOut[]; next_cursor: string | null } = await read(
          api.GET('/api/v1/duty-rounds/{round_id}/ballots', { params, signal }),
        )
        found.push(...page.items)
        cursor = page.next_cursor
      } while (cursor !== null)
      return found
    },
  })
}

export const ballotSessionHistoryPath = (id: string) => `/api/v1/ballot-sessions/${id}/history`

function useReadBallotsAnew() {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['duty-rounds'], ['history']]) void queries.invalidateQueries({ queryKey })
  }
}

export function useCreateBallotSession(roundId: string) {
  const onSettled = useReadBallotsAnew()
  const params = { path: { round_id: roundId } }
  return useMutation({
    mutationFn: (body: BallotSessionIn) =>
      read(api.POST('/api/v1/duty-rounds/{round_id}/ballots', { params, body })),
    onSettled,
  })
}

/** Issues new codes and answers with their slips; the codes are kept nowhere else. */
export function usePrintSlips() {
  const onSettled = useReadBallotsAnew()
  return useMutation({
    mutationFn: ({ id, codes }: { readonly id: string; readonly codes: number }) =>
      json.file(`/api/v1/ballot-sessions/${id}/slips`, { body: { codes } }),
    onSettled,
  })
}

export function useIssuePapers(id: string) {
  const onSettled = useReadBallotsAnew()
  const params = { path: { session_id: id } }
  return useMutation({
    mutationFn: (body: PapersIn) =>
      read(api.POST('/api/v1/ballot-sessions/{session_id}/papers', { params, body })),
    onSettled,
  })
}

export function useVoidPapers(id: string) {
  const onSettled = useReadBallotsAnew()
  const params = { path: { session_id: id } }
  return useMutation({
    mutationFn: (body: VoidIn) =>
      read(api.POST('/api/v1/ballot-sessions/{session_id}/papers/void', { params, body })),
    onSettled,
  })
}

export function useActOnBallotSession(id: string) {
  const onSettled = useReadBallotsAnew()
  return useMutation({
    mutationFn: ({ action, reason }: { readonly action: BallotSessionAction; readonly reason: string }) => {
      const params = { path: { session_id: id, action } }
      const body = reason === '' ? {} : { reason }
      return read(api.POST('/api/v1/ballot-sessions/{session_id}/actions/{action}', { params, body }))
    },
    onSettled,
  })
}

/** One after another, so that what was closed before a failure stays closed. */
export function useCloseBallotSessions() {
  const onSettled = useReadBallotsAnew()
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) {
        const params = { path: { session_id: id, action: 'close' as const } }
        await read(api.POST('/api/v1/ballot-sessions/{session_id}/actions/{action}', { params, body: {} }))
      }
    },
    onSettled,
  })
}
