import { queryOptions, useMutation } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'
import { useReadDutyAnew } from '../round-queries'

export function boardQuery(roundId: string) {
  const params = { path: { round_id: roundId } }
  return queryOptions({
    queryKey: ['duty-rounds', roundId, 'board'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/duty-rounds/{round_id}/board', { params, signal })),
  })
}

export function useRemind(roundId: string) {
  const onSuccess = useReadDutyAnew()
  const params = { path: { round_id: roundId } }
  return useMutation({
    mutationFn: (participant_ids: readonly string[] | null) =>
      read(
        api.POST('/api/v1/duty-rounds/{round_id}/board/reminders', {
          params,
          body: participant_ids === null ? {} : { participant_ids: [...participant_ids] },
        }),
      ),
    onSuccess,
  })
}
