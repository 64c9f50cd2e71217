import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import { volunteering } from '../volunteering-api'

/** Null where nobody has been asked yet. */
export function confirmationQuery(activityId: string) {
  const params = { path: { activity_id: activityId } }
  return queryOptions({
    queryKey: ['activities', activityId, 'service-confirmation'],
    queryFn: ({ signal }) =>
      read(
        volunteering.GET('/api/v1/activities/{activity_id}/service-confirmation', { params, signal }),
      ).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) return null
        throw error
      }),
  })
}

export function useAskForConfirmation(activityId: string) {
  const queries = useQueryClient()
  const params = { path: { activity_id: activityId } }
  return useMutation({
    mutationFn: () =>
      read(volunteering.POST('/api/v1/activities/{activity_id}/service-confirmation', { params, body: {} })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: confirmationQuery(activityId).queryKey }),
  })
}
