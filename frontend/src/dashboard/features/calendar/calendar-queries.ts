import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { CalendarYearIn } from '@/shared/api/schema.gen'
import { api } from '../../app/api'

export function calendarQuery(year: number) {
  return queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => read(api.GET('/api/v1/calendar', { params: { query: { year } }, signal })),
  })
}

export const calendarYearsQuery = queryOptions({
  queryKey: ['calendar', 'years'],
  queryFn: async ({ signal }) => (await read(api.GET('/api/v1/calendar/years', { signal }))).items,
})

export function useEnterYear(year: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: CalendarYearIn) =>
      read(api.PUT('/api/v1/calendar/years/{year}', { params: { path: { year } }, body })),
    onSuccess: (answer) => {
      queries.setQueryData(calendarQuery(year).queryKey, answer)
      void queries.invalidateQueries({ queryKey: ['calendar'] })
      void queries.invalidateQueries({ queryKey: ['me', 'home'] })
    },
  })
}
