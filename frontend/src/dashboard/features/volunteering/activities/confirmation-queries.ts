import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'

export function confirmationQuery(activityId: string) {
  const params = { path: { activity_id: activityId } }
  return queryOptions({
    queryKey: ['activities', activityId, 'service-confirmation'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/activities/{activity_id}/service-confirmation', { params, signal })),
  })
}

export function useAskForConfirmation(activityId: string) {
  const queries = useQueryClient()
  const params = { path: { activity_id: activityId } }
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/activities/{activity_id}/service-confirmation', { params })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: confirmationQuery(activityId).queryKey }),
  })
}
