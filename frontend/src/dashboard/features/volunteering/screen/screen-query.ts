import { queryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'
import { fetchedCode } from './code-clock'

const AHEAD_MINUTES = 15
const ASK_EVERY = 10_000

/** The codes of the next quarter of an hour, asked for anew every ten seconds while there is a network. */
export function codeQuery(shiftId: string) {
  return queryOptions({
    queryKey: ['shift-code', shiftId],
    enabled: shiftId !== '',
    queryFn: async ({ signal }) => {
      const params = { path: { shift_id: shiftId }, query: { ahead_minutes: AHEAD_MINUTES } }
      const askedAt = Date.now()
      const answer = await read(api.GET('/api/v1/shifts/{shift_id}/code', { params, signal }))
      return fetchedCode(answer, askedAt, Date.now())
    },
    staleTime: 0,
    retry: false,
    refetchInterval: ASK_EVERY,
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
  })
}
