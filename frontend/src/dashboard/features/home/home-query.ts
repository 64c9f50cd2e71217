import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReminderOut } from '@/shared/api/schema.gen'
import type { Home, OrganisationSummary } from '@/shared/api/session-types'
import { api, json } from '../../app/api'

export const homeQuery = queryOptions({
  queryKey: ['me', 'home'],
  queryFn: ({ signal }) => json.get<Home>('/api/v1/me/home', { signal }),
  staleTime: 0,
})

/** The counts of an organisation and all below it. */
export function summaryQuery(organisationId: string) {
  return queryOptions({
    queryKey: ['organisations', organisationId, 'summary'],
    queryFn: ({ signal }) =>
      json.get<OrganisationSummary>(`/api/v1/organisations/${organisationId}/summary`, { signal }),
  })
}

/** Today's reminder of tasks that are due or late; null once it was closed, or when there is none. */
export const reminderQuery = queryOptions({
  queryKey: ['me', 'reminder'],
  queryFn: async ({ signal }): Promise<ReminderOut | null> =>
    (await api.GET('/api/v1/me/reminder', { signal })).data ?? null,
})

export function useCloseReminder() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.POST('/api/v1/me/reminder/actions/seen'),
    onSuccess: () => queries.setQueryData(reminderQuery.queryKey, null),
  })
}
