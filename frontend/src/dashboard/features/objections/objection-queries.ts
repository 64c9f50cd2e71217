import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { ObjectionAction, ObjectionOut } from '@/shared/api/schema.gen'
import { api } from '../../app/api'
import { listQuery } from '../../components/list-query'
import { type ObjectionsSearch, objectionStateOf } from './objections-search'

export function objectionsQuery({ q, state, organisation_id, sort }: ObjectionsSearch) {
  const filters = {
    q: q ?? null,
    state: objectionStateOf(state),
    organisation_id: organisation_id ?? null,
    scope: 'subtree' as const,
    sort: sort ?? null,
  }
  return listQuery<ObjectionOut>(['objections', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/objections', { params: { query }, signal }))
  })
}

export function objectionQuery(id: string) {
  const params = { path: { objection_id: id } }
  return queryOptions({
    queryKey: ['objections', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/objections/{objection_id}', { params, signal })),
  })
}

interface Act {
  readonly action: ObjectionAction
  readonly reason?: string
}

export function useActOnObjection(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ action, ...body }: Act) =>
      read(
        api.POST('/api/v1/objections/{objection_id}/actions/{action}', {
          params: { path: { objection_id: id, action } },
          body,
        }),
      ),
    onSettled: () => {
      for (const queryKey of [['objections'], ['history'], ['me', 'home']]) {
        void queries.invalidateQueries({ queryKey })
      }
    },
  })
}
