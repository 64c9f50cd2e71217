import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import { askedOf, POSTS } from '../secretaries-search'
import type {
  Batch,
  BatchIn,
  Nomination,
  NominationAct,
  NominationAction,
  NominationIn,
} from '../secretary-types'
import { KINDS, type NominationsSearch, type NominationsView, statesOf } from './nominations-search'

/** One batch as a whole, whatever has become of its nominees; otherwise those under way or those closed. */
export function nominationsQuery(view: NominationsView, search: NominationsSearch) {
  const { q, organisation_id, state, post, kind, batch_id, sort } = search
  const filters = {
    q: q ?? null,
    organisation_id: organisation_id ?? null,
    scope: 'subtree' as const,
    open: batch_id === undefined ? view === 'open' : null,
    state: askedOf(state, statesOf(view)),
    post: askedOf(post, POSTS),
    kind: askedOf(kind, KINDS),
    batch_id: batch_id ?? null,
    sort: sort ?? null,
  }
  return listQuery(['nominations', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/nominations', { params: { query }, signal }))
  })
}

export function nominationQuery(id: string) {
  const params = { path: { nomination_id: id } }
  return queryOptions({
    queryKey: ['nominations', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/nominations/{nomination_id}', { params, signal })),
  })
}

export const historyPath = (id: string) => `/api/v1/nominations/${id}/history`

export function batchesQuery({ q, organisation_id }: Pick<NominationsSearch, 'q' | 'organisation_id'>) {
  const filters = { q: q ?? null, organisation_id: organisation_id ?? null, scope: 'subtree' as const }
  return listQuery(['nomination-batches', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/nomination-batches', { params: { query }, signal }))
  })
}

export function batchQuery(id: string) {
  const params = { path: { batch_id: id } }
  return queryOptions({
    queryKey: ['nomination-batches', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/nomination-batches/{batch_id}', { params, signal })),
  })
}

const CHANGED = [
  ['nominations'],
  ['nomination-batches'],
  ['inspections'],
  ['secretaries'],
  ['organisations'],
  ['tasks'],
  ['history'],
  ['me', 'home'],
]

/** A nominee on the way shows in many places: all are read anew. */
export function useReadNominationsAnew() {
  const queries = useQueryClient()
  return () => Promise.all(CHANGED.map((queryKey) => queries.invalidateQueries({ queryKey })))
}

export type Written = Pick<Nomination, 'id' | 'version'>

/** Writes a draft, or changes the one that is there; the organisation of one that is there stays. */
export function saveNomination(body: NominationIn, draft: Written | undefined): Promise<Written> {
  if (draft === undefined) return read(api.POST('/api/v1/nominations', { body }))
  const { organisation_id: _, ...change } = body
  return read(
    api.PATCH('/api/v1/nominations/{nomination_id}', {
      params: { path: { nomination_id: draft.id }, header: ifMatch(draft) },
      body: change,
    }),
  )
}

type Act = NominationAct & { readonly action: NominationAction }

export function actOnNomination(id: string, { action, ...body }: Act) {
  return read(
    api.POST('/api/v1/nominations/{nomination_id}/actions/{action}', {
      params: { path: { nomination_id: id, action } },
      body,
    }),
  )
}

export function useActOnNomination(id: string) {
  const readAnew = useReadNominationsAnew()
  return useMutation({ mutationFn: (act: Act) => actOnNomination(id, act), onSettled: readAnew })
}

/** The page that shows it is left before anything is read anew. */
export function useDeleteNomination(id: string) {
  return useMutation({
    mutationFn: () =>
      api.DELETE('/api/v1/nominations/{nomination_id}', { params: { path: { nomination_id: id } } }),
  })
}

export function createBatch(body: BatchIn): Promise<Batch> {
  return read(api.POST('/api/v1/nomination-batches', { body }))
}

export function useCreateBatch() {
  const readAnew = useReadNominationsAnew()
  return useMutation({ mutationFn: createBatch, onSuccess: readAnew })
}

export function useChangeBatch(batch: Pick<Batch, 'id' | 'version'>) {
  const readAnew = useReadNominationsAnew()
  return useMutation({
    mutationFn: (body: Omit<BatchIn, 'organisation_id'>) =>
      read(
        api.PATCH('/api/v1/nomination-batches/{batch_id}', {
          params: { path: { batch_id: batch.id }, header: ifMatch(batch) },
          body,
        }),
      ),
    onSettled: readAnew,
  })
}

/** Moves every nominee of the batch whose turn it is; answers how many. */
export function useActOnBatch(id: string) {
  const readAnew = useReadNominationsAnew()
  return useMutation({
    mutationFn: ({ action, ...body }: Act) =>
      read(
        api.POST('/api/v1/nomination-batches/{batch_id}/actions/{action}', {
          params: { path: { batch_id: id, action } },
          body,
        }),
      ),
    onSettled: readAnew,
  })
}
