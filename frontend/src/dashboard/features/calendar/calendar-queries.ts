import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { CalendarOut, CalendarYearIn } from '@/shared/api/schema.gen'
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

/** Puts a year in the place of the one that was shown, or of none where nobody knew it. */
export function useEnterYear(year: number, known: CalendarOut | undefined) {
  const header = known === undefined ? { 'If-None-Match': '*' } : ifMatch(known)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: CalendarYearIn) =>
      read(api.PUT('/api/v1/calendar/years/{year}', { params: { path: { year }, header }, body })),
    onSuccess: (answer) => {
      queries.setQueryData(calendarQuery(year).queryKey, answer)
      void queries.invalidateQueries({ queryKey: ['calendar'] })
      void queries.invalidateQueries({ queryKey: ['me', 'home'] })
    },
  })
}
