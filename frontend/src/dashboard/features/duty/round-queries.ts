import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { DutyRoundChangeIn, DutyRoundCopyIn } from '@/shared/api/schema.gen'
import { api } from '../../app/api'
import { listQuery } from '../../components/list-query'
import type { DutyRoundAction, DutyRoundIn, DutyRoundOut } from './duty-types'
import { directionOf, type RoundsSearch, roundStateOf, yearOf } from './rounds/rounds-search'

/** Rounds of the reader's subtree and those above in which it takes part, the latest year first. */
export function roundsQuery({ q, year, direction, state, sort }: RoundsSearch) {
  const filters = {
    q: q ?? null,
    year: yearOf(year),
    direction: directionOf(direction) ?? null,
    state: roundStateOf(state) ?? null,
    scope: 'subtree' as const,
    sort: sort ?? null,
  }
  return listQuery<DutyRoundOut>(['duty-rounds', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/duty-rounds', { params: { query }, signal }))
  })
}

const OFFERED = 50

/** Rounds that were opened: what a new one may be copied from, the reader's own organisation's first. */
export const copiedRoundsQuery = queryOptions({
  queryKey: ['duty-rounds', 'to-copy'],
  queryFn: async ({ signal }) => {
    const offered = (scope: 'self' | 'subtree') => {
      const query = { scope, limit: OFFERED }
      return read(api.GET('/api/v1/duty-rounds', { params: { query }, signal }))
    }
    const [own, all] = await Promise.all([offered('self'), offered('subtree')])
    const rounds = new Map([...own.items, ...all.items].map((round) => [round.id, round]))
    return [...rounds.values()].filter(({ state, imported }) => state !== 'draft' && !imported)
  },
})

export function roundQuery(id: string) {
  const params = { path: { round_id: id } }
  return queryOptions({
    queryKey: ['duty-rounds', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/duty-rounds/{round_id}', { params, signal })),
  })
}

export const roundHistoryPath = (id: string) => `/api/v1/duty-rounds/${id}/history`

/** A round stands in lists, on its board, beside its reports and on the home page. */
export function useReadDutyAnew() {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['duty-rounds'], ['duty-reports'], ['history'], ['me', 'home']]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}

export function useCreateRound() {
  const onSuccess = useReadDutyAnew()
  return useMutation({
    mutationFn: (body: DutyRoundIn) => read(api.POST('/api/v1/duty-rounds', { body })),
    onSuccess,
  })
}

export function useCopyRound() {
  const onSuccess = useReadDutyAnew()
  return useMutation({
    mutationFn: ({ from, ...body }: DutyRoundCopyIn & { readonly from: string }) => {
      const params = { path: { round_id: from } }
      return read(api.POST('/api/v1/duty-rounds/{round_id}/copy', { params, body }))
    },
    onSuccess,
  })
}

export function useChangeRound(round: Pick<DutyRoundOut, 'id' | 'version'>) {
  const onSettled = useReadDutyAnew()
  return useMutation({
    mutationFn: (body: DutyRoundChangeIn) => {
      const params = { path: { round_id: round.id }, header: ifMatch(round) }
      return read(api.PATCH('/api/v1/duty-rounds/{round_id}', { params, body }))
    },
    onSettled,
  })
}

export function useDeleteRound(id: string) {
  const queries = useQueryClient()
  const params = { path: { round_id: id } }
  return useMutation({
    mutationFn: () => api.DELETE('/api/v1/duty-rounds/{round_id}', { params }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ['duty-rounds', id] })
      void queries.invalidateQueries({ queryKey: ['duty-rounds'] })
    },
  })
}

export function useActOnRound(id: string) {
  const onSettled = useReadDutyAnew()
  return useMutation({
    mutationFn: ({ action, ...body }: { action: DutyRoundAction; reason?: string }) => {
      const params = { path: { round_id: id, action } }
      return read(api.POST('/api/v1/duty-rounds/{round_id}/actions/{action}', { params, body }))
    },
    onSettled,
  })
}
