import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { PublicSettings } from '@/shared/api/session-types'
import { json } from './api'

/** The committee's name, time zone and date; known without signing in. */
export const settingsQuery = queryOptions({
  queryKey: ['public', 'settings'],
  queryFn: ({ signal }) => json.get<PublicSettings>('/api/v1/public/settings', { signal }),
  staleTime: 600_000,
})

export function useSettings(): PublicSettings {
  return useSuspenseQuery(settingsQuery).data
}
