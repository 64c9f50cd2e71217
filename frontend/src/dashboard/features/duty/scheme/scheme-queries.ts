import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'
import type { Scheme } from '../duty-types'
import { useReadDutyAnew } from '../round-queries'

/** A scheme worked through with made-up sheets; nothing of it is stored. */
export function exampleQuery(scheme: Scheme, isSound: boolean) {
  return queryOptions({
    queryKey: ['duty-example', scheme],
    queryFn: ({ signal }) => read(api.POST('/api/v1/duty-rounds/example', { body: { scheme }, signal })),
    enabled: isSound,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

/** What a revision would change. */
export function schemeChangesQuery(scheme: Scheme, against: Scheme) {
  const body = { scheme, against }
  return queryOptions({
    queryKey: ['duty-example', scheme, against],
    queryFn: async ({ signal }) =>
      (await read(api.POST('/api/v1/duty-rounds/example', { body, signal }))).changes,
  })
}

export function schemeRevisionsQuery(roundId: string) {
  const params = { path: { round_id: roundId } }
  return queryOptions({
    queryKey: ['duty-rounds', roundId, 'scheme-revisions'],
    queryFn: async ({ signal }) =>
      (await read(api.GET('/api/v1/duty-rounds/{round_id}/scheme-revisions', { params, signal }))).items,
  })
}

export function useReviseScheme(roundId: string) {
  const onSettled = useReadDutyAnew()
  const params = { path: { round_id: roundId } }
  return useMutation({
    mutationFn: (body: { scheme: Scheme; reason: string }) =>
      read(api.POST('/api/v1/duty-rounds/{round_id}/scheme-revisions', { params, body })),
    onSettled,
  })
}
