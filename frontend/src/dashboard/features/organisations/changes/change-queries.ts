import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { json } from '../../../app/api'
import { type ListPage, listQuery } from '../../../components/list-query'
import { deleteRecord, patchRecord } from '../organisation-requests'
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
  return queryOptions({
    queryKey: ['organisation-changes', id, 'preview', version],
    queryFn: ({ signal }) => json.get<Preview>(`${PATH}/${id}/preview`, { signal }),
    staleTime: 0,
  })
}

/** What a request would do; nothing is written. */
export function previewChange(request: ChangeRequest): Promise<Preview> {
  return json.post<Preview>(`${PATH}?dry_run=true`, request)
}

/** Writes a draft, or changes the one that is there. */
export function saveChange(request: ChangeRequest, draft: Change | undefined): Promise<Change> {
  if (draft === undefined) return json.post<Change>(PATH, request)
  const { effective_on, reason, payload } = request
  return patchRecord<Change>(`${PATH}/${draft.id}`, draft, { effective_on, reason, payload })
}

export function submitChange(id: string): Promise<Change> {
  return json.post<Change>(`${PATH}/${id}/actions/submit`, {})
}

/** Takes one of the actions that the server allows. */
export function useActOnChange(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ action, reason }: { readonly action: string; readonly reason?: string }) =>
      json.post<Change>(`${PATH}/${id}/actions/${action}`, reason ? { reason } : {}),
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
    mutationFn: () => deleteRecord(`${PATH}/${id}`),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ['organisation-changes', id] })
      return queries.invalidateQueries({ queryKey: ['organisation-changes'] })
    },
  })
}
