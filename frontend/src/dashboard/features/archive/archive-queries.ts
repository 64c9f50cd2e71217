import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ArchiveOut } from '@/shared/api/schema.gen'
import { json } from '../../app/api'

export const OWN_ARCHIVE = '/api/v1/me/archive'

export function archivePath(secretaryId: string): string {
  return `/api/v1/secretaries/${secretaryId}/archive`
}

/** The archive that stands at `path`; assembled anew at every reading, so it is never kept. */
export function archiveQuery(path: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: ['archives', path, asOf],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => json.get<ArchiveOut>(path, { query: { as_of: asOf }, signal }),
  })
}
