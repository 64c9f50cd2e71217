import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { ChangeAction } from '@/shared/api/schema.gen'
import { api, json } from '../../../app/api'
import { type ListPage, listQuery } from '../../../components/list-query'
import type { Change, ChangeRequest, Preview } from './change-types'

const PATH = '/api/v1/organisation-changes'

export interface ChangeFilters {
  readonly state?: string | undefined
  readonly kind?: string | undefined
  readonly organisation_id?: string | undefined
  readonly q?: string | undefined
  readonly sort?: string | undefined
}

export function changesQuery(filters: ChangeFilters) {
  const scope = filters.organisation_id === undefined ? undefined : 'subtree'
  return listQuery<Change>(['organisation-changes', filters], ({ signal, ...page }) =>
    json.get<ListPage<Change>>(PATH, { query: { ...filters, scope, ...page }, signal }),
  )
}

export function changeQuery(id: string) {
  return queryOptions({
    queryKey: ['organisation-changes', id],
    queryFn: ({ signal }) => json.get<Change>(`${PATH}/${id}`, { signal }),
  })
}

/** What a request that is not applied yet would do as things stand now. */
export function changePreviewQuery({ id, version }: Pick<Change, 'id' | 'version'>) {
  const params = { path: { change_id: id } }
  return queryOptions({
    queryKey: ['organisation-changes', id, 'preview', version],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organisation-changes/{change_id}/preview', { params, signal })),
    staleTime: 0,
  })
}

/** What a request would do; nothing is written. */
export function previewChange(request: ChangeRequest): Promise<Preview> {
  return json.post<Preview>(`${PATH}?dry_run=true`, request)
}

export type Written = Pick<Change, 'id' | 'version'>

/** Writes a draft, or changes the one that is there. */
export function saveChange(request: ChangeRequest, draft: Written | undefined): Promise<Written> {
  if (draft === undefined) return json.post<Written>(PATH, request)
  const { effective_on, reason, payload } = request
  return read(
    api.PATCH('/api/v1/organisation-changes/{change_id}', {
      params: { path: { change_id: draft.id }, header: ifMatch(draft) },
      body: { effective_on, reason, payload },
    }),
  )
}

interface Act {
  readonly action: ChangeAction
  readonly reason?: string
}

/** Takes one of the actions that the server allows. */
export function actOnChange(id: string, { action, reason = '' }: Act) {
  return read(
    api.POST('/api/v1/organisation-changes/{change_id}/actions/{action}', {
      params: { path: { change_id: id, action } },
      body: reason === '' ? {} : { reason },
    }),
  )
}

export function useActOnChange(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (act: Act) => actOnChange(id, act),
    // Whoever was faster, and what took effect: everything is read anew.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['organisation-changes'] }),
        queries.invalidateQueries({ queryKey: ['organisations'] }),
        queries.invalidateQueries({ queryKey: ['history'] }),
        queries.invalidateQueries({ queryKey: ['me', 'home'] }),
      ]),
  })
}

export function useDeleteChange(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      api.DELETE('/api/v1/organisation-changes/{change_id}', { params: { path: { change_id: id } } }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ['organisation-changes', id] })
      return queries.invalidateQueries({ queryKey: ['organisation-changes'] })
    },
  })
}
