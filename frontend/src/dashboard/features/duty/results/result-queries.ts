import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { DecisionIn, DutyResultOut, ResultRevisionOut } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import { type ResultsSearch, resultStateOf } from './results-search'

/** Where one result is found. */
export type ResultKey = Pick<DutyResultOut, 'round_id' | 'organisation_id'>

export const resultPath = ({ round_id, organisation_id }: ResultKey) =>
  `/api/v1/duty-rounds/${round_id}/results/${organisation_id}`

/** Results of the latest revision, in the order of the meeting. */
export function resultsQuery(roundId: string, search: ResultsSearch) {
  const { q, grade, state, organisation_id } = search
  const filters = {
    q: q ?? null,
    grade: grade ?? null,
    state: resultStateOf(state) ?? null,
    organisation_id: organisation_id ?? null,
    scope: 'subtree' as const,
  }
  const path = { round_id: roundId }
  return listQuery<DutyResultOut>(
    ['duty-rounds', roundId, 'results', filters],
    ({ signal, cursor, ...page }) => {
      const query = { ...filters, cursor: cursor ?? null, ...page }
      return read(api.GET('/api/v1/duty-rounds/{round_id}/results', { params: { path, query }, signal }))
    },
  )
}

const PAGE = 200

/** All of them: the picture of the class and the sums need everybody. */
export function everyResultQuery(roundId: string) {
  return queryOptions({
    queryKey: ['duty-rounds', roundId, 'results', 'every'],
    queryFn: async ({ signal }) => {
      const found: DutyResultOut[] = []
      let cursor: string | null = null
      do {
        const query = { scope: 'subtree' as const, limit: PAGE, cursor }
        const page: { items: DutyResultOut[]; next_cursor: string | null } = await read(
          api.GET('/api/v1/duty-rounds/{round_id}/results', {
            params: { path: { round_id: roundId }, query },
            signal,
          }),
        )
        found.push(...page.items)
        cursor = page.next_cursor
      } while (cursor !== null)
      return found
    },
  })
}

const paramsOf = ({ round_id, organisation_id }: ResultKey) => ({ path: { round_id, organisation_id } })
const keyOf = ({ round_id, organisation_id }: ResultKey) => [
  'duty-rounds',
  round_id,
  'results',
  organisation_id,
]

export function resultQuery(result: ResultKey) {
  const params = paramsOf(result)
  return queryOptions({
    queryKey: keyOf(result),
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/duty-rounds/{round_id}/results/{organisation_id}', { params, signal })),
  })
}

export function explanationQuery(result: ResultKey) {
  const params = paramsOf(result)
  return queryOptions({
    queryKey: [...keyOf(result), 'explanation'],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/duty-rounds/{round_id}/results/{organisation_id}/explanation', { params, signal }),
      ),
  })
}

export function resultObjectionsQuery(result: ResultKey) {
  const params = paramsOf(result)
  return queryOptions({
    queryKey: ['objections', ...keyOf(result)],
    queryFn: async ({ signal }) => {
      const path = '/api/v1/duty-rounds/{round_id}/results/{organisation_id}/objections'
      return (await read(api.GET(path, { params, signal }))).items
    },
  })
}

export function revisionsQuery(roundId: string) {
  const params = { path: { round_id: roundId }, query: { limit: PAGE } }
  return queryOptions({
    queryKey: ['duty-rounds', roundId, 'revisions'],
    queryFn: async ({ signal }): Promise<readonly ResultRevisionOut[]> =>
      (await read(api.GET('/api/v1/duty-rounds/{round_id}/revisions', { params, signal }))).items,
  })
}

function useReadResultsAnew() {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['duty-rounds'], ['history'], ['me', 'home']]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}

function decideOn(result: ResultKey, body: DecisionIn) {
  const params = paramsOf(result)
  const path = '/api/v1/duty-rounds/{round_id}/results/{organisation_id}/decision'
  return read(api.POST(path, { params, body }))
}

export function useDecide(result: ResultKey) {
  const onSettled = useReadResultsAnew()
  return useMutation({ mutationFn: (body: DecisionIn) => decideOn(result, body), onSettled })
}

interface DecideMany {
  readonly results: readonly DutyResultOut[]
  readonly onDone: (count: number) => void
}

/** Decides many as proposed, one after the other; those before a refusal stay decided. */
export function useDecideAsProposed() {
  const onSettled = useReadResultsAnew()
  return useMutation({
    mutationFn: async ({ results, onDone }: DecideMany) => {
      let count = 0
      for (const result of results) {
        if (result.proposed_grade === null) continue
        await decideOn(result, { grade: result.proposed_grade })
        count += 1
        onDone(count)
      }
      return count
    },
    onSettled,
  })
}

const ACTIONS = {
  confirm: '/api/v1/duty-rounds/{round_id}/results/{organisation_id}/actions/confirm',
  refuse: '/api/v1/duty-rounds/{round_id}/results/{organisation_id}/actions/refuse',
  take_back: '/api/v1/duty-rounds/{round_id}/results/{organisation_id}/actions/take_back',
} as const

export type ResultAction = keyof typeof ACTIONS

export function useActOnResult(result: ResultKey) {
  const onSettled = useReadResultsAnew()
  const params = paramsOf(result)
  return useMutation({
    mutationFn: ({ action, reason }: { readonly action: ResultAction; readonly reason: string }) => {
      const body = reason === '' ? {} : { reason }
      return read(api.POST(ACTIONS[action], { params, body }))
    },
    onSettled,
  })
}
