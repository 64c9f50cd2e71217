import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import type { FileOut } from '@/shared/api/schema.gen'
import { api, json } from '../../../app/api'

const AT_MOST = 200

export const excludedWordsQuery = queryOptions({
  queryKey: ['excluded-words'],
  queryFn: async ({ signal }) => {
    const params = { query: { limit: AT_MOST } }
    return (await read(api.GET('/api/v1/excluded-words', { params, signal }))).items
  },
})

export function useAddWord() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (word: string) => read(api.POST('/api/v1/excluded-words', { body: { word } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: excludedWordsQuery.queryKey }),
  })
}

export function useRemoveWord() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      api.DELETE('/api/v1/excluded-words/{word_id}', { params: { path: { word_id: id } } }),
    onSettled: () => void queries.invalidateQueries({ queryKey: excludedWordsQuery.queryKey }),
  })
}

/** The seal of an organisation; null where it has none. */
export function sealQuery(organisationId: string) {
  const params = { path: { organisation_id: organisationId } }
  return queryOptions({
    queryKey: ['organisations', organisationId, 'seal'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organisations/{organisation_id}/seal', { params, signal })).catch(
        (error: unknown) => {
          if (error instanceof ApiError && error.status === 404) return null
          throw error
        },
      ),
  })
}

/** The picture as text, so that it needs no address of its own. */
export function sealPictureQuery(fileId: string) {
  return queryOptions({
    queryKey: ['files', fileId, 'picture'],
    queryFn: async ({ signal }) => {
      const { content } = await json.file(`/api/v1/files/${fileId}/content`, { signal })
      return dataUrl(content)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

async function dataUrl(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await content.arrayBuffer())
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return `data:${content.type};base64,${btoa(text)}`
}

export function useSaveSeal(organisationId: string) {
  const queries = useQueryClient()
  const params = { path: { organisation_id: organisationId } }
  return useMutation({
    mutationFn: async (picture: File) => {
      const { id } = await uploadPicture(picture, organisationId)
      const body = { file_id: id }
      return read(api.PUT('/api/v1/organisations/{organisation_id}/seal', { params, body }))
    },
    onSuccess: () => void queries.invalidateQueries({ queryKey: sealQuery(organisationId).queryKey }),
  })
}

export function useRemoveSeal(organisationId: string) {
  const queries = useQueryClient()
  const params = { path: { organisation_id: organisationId } }
  return useMutation({
    mutationFn: () => api.DELETE('/api/v1/organisations/{organisation_id}/seal', { params }),
    onSettled: () => void queries.invalidateQueries({ queryKey: sealQuery(organisationId).queryKey }),
  })
}

function uploadPicture(picture: File, organisationId: string): Promise<FileOut> {
  return read(
    api.POST('/api/v1/files', {
      // The document names the part as text; what is sent is the file itself.
      body: { file: picture.name, organisation_id: organisationId },
      bodySerializer: () => {
        const form = new FormData()
        form.set('file', picture)
        form.set('organisation_id', organisationId)
        return form
      },
    }),
  )
}
