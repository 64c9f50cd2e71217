import { queryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { ImportFaultOut, ImportOut, ImportRowOut, Outcome } from '@/shared/api/schema.gen'
import { api, json } from '../../app/api'
import { type ListPage, listQuery } from '../../components/list-query'
import type { ImportsSearch } from './imports-search'

export const IMPORTS_PATH = '/api/v1/imports'

export function importsQuery(search: ImportsSearch) {
  const filters = search.organisation_id === undefined ? search : { ...search, scope: 'subtree' }
  return listQuery<ImportOut>(['imports', filters], ({ signal, ...page }) =>
    json.get<ListPage<ImportOut>>(IMPORTS_PATH, { query: { ...filters, ...page }, signal }),
  )
}

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/imports/{import_id}', { params: { path: { import_id: id } }, signal })),
    staleTime: 0,
  })
}

type WithId<Row> = Row & { readonly id: string }

export function faultsQuery(id: string) {
  return listQuery<WithId<ImportFaultOut>>(['imports', id, 'faults'], async ({ signal, ...page }) => {
    const found = await json.get<ListPage<ImportFaultOut>>(`${IMPORTS_PATH}/${id}/faults`, {
      query: { ...page },
      signal,
    })
    const items = found.items.map((fault) => ({
      ...fault,
      id: `${fault.row}-${fault.column_index}-${fault.fault}`,
    }))
    return { ...found, items }
  })
}

export function rowsQuery(id: string, outcome: Outcome | undefined) {
  return listQuery<WithId<ImportRowOut>>(
    ['imports', id, 'rows', { outcome }],
    async ({ signal, ...page }) => {
      const found = await json.get<ListPage<ImportRowOut>>(`${IMPORTS_PATH}/${id}/rows`, {
        query: { outcome, ...page },
        signal,
      })
      return { ...found, items: found.items.map((row) => ({ ...row, id: String(row.row) })) }
    },
  )
}

/** The last job of an import: which it was and how it ended. */
export function importJobQuery(jobId: string) {
  return queryOptions({
    queryKey: ['imports', 'jobs', jobId],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/jobs/{job_id}', { params: { path: { job_id: jobId } }, signal })),
    staleTime: 0,
  })
}
