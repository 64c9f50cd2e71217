import { queryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { FileOut } from '@/shared/api/schema.gen'
import { api } from '../app/api'

export function fileQuery(id: string) {
  const params = { path: { file_id: id } }
  return queryOptions({
    queryKey: ['files', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/files/{file_id}', { params, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Hands in a file that belongs to an organisation. */
export function uploadFile(file: File, organisationId: string): Promise<FileOut> {
  return read(
    api.POST('/api/v1/files', {
      // The document names the part as text; what is sent is the file itself.
      body: { file: file.name, organisation_id: organisationId },
      bodySerializer: () => {
        const form = new FormData()
        form.set('file', file)
        form.set('organisation_id', organisationId)
        return form
      },
    }),
  )
}
