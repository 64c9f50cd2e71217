import { useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { ObjectionIn, ObjectionOut } from '@/shared/api/schema.gen'
import { api } from '../../app/api'
import { listQuery } from '../../components/list-query'

/** The objections of one person, the latest first. */
export function ownObjectionsQuery(personId: string) {
  return listQuery<ObjectionOut>(['objections', 'own', personId], ({ signal, cursor, ...page }) => {
    const query = { person_id: personId, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/objections', { params: { query }, signal }))
  })
}

export function useFileObjection() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: ObjectionIn) => read(api.POST('/api/v1/objections', { body })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['objections'] })
      void queries.invalidateQueries({ queryKey: ['archives'] })
    },
  })
}
