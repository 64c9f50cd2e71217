import { queryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'

export function meetingQuery(roundId: string) {
  const params = { path: { round_id: roundId } }
  return queryOptions({
    queryKey: ['duty-rounds', roundId, 'meeting'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/duty-rounds/{round_id}/meeting', { params, signal })),
  })
}
