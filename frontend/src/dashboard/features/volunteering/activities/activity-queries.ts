import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { PageActivityOut } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import { lastOf } from '../months'
import type {
  ActivityAction,
  ActivityFactsIn,
  ActivityIn,
  ActivityOut,
  ShiftIn,
  ShiftOut,
} from '../volunteering-types'
import { type ActivitiesSearch, activityStateOf } from './activities-search'

function filtersOf({ q, state, team_id, organisation_id, template }: ActivitiesSearch) {
  const known = activityStateOf(state)
  return {
    q: q ?? null,
    ...(known !== undefined && { state: [known] }),
    team_id: team_id ?? null,
    organisation_id: organisation_id ?? null,
    template: template === 'true' ? true : null,
    scope: 'subtree' as const,
  }
}

/** Activities of the reader's subtree, the latest first. */
export function activitiesQuery(search: ActivitiesSearch) {
  const filters = { ...filtersOf(search), sort: search.sort ?? '-starts_at' }
  return listQuery<ActivityOut>(['activities', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/activities', { params: { query }, signal }))
  })
}

const PAGE = 200

/** Every activity of a month in the order of its days; asked for page by page until there are no more. */
export function monthQuery(month: string, search: ActivitiesSearch) {
  const filters = {
    ...filtersOf(search),
    from_on: `${month}-01`,
    until_on: lastOf(month),
    sort: 'starts_at',
    limit: PAGE,
  }
  return queryOptions({
    queryKey: ['activities', 'month', filters],
    queryFn: async ({ signal }) => {
      const found: ActivityOut[] = []
      let cursor: string | null = null
      do {
        const query = { ...filters, cursor }
        const page: PageActivityOut = await read(api.GET('/api/v1/activities', { params: { query }, signal }))
        found.push(...page.items)
        cursor = page.next_cursor
      } while (cursor !== null)
      return found
    },
  })
}

const OFFERED = 30

/** What a new activity may be planned from: templates first, or the latest. */
export function earlierActivitiesQuery(kind: 'templates' | 'latest', q: string) {
  return queryOptions({
    queryKey: ['activities', 'earlier', kind, q],
    queryFn: ({ signal }) => {
      const query = {
        q: q === '' ? null : q,
        template: kind === 'templates' ? true : null,
        sort: '-starts_at',
        scope: 'subtree' as const,
        limit: OFFERED,
      }
      return read(api.GET('/api/v1/activities', { params: { query }, signal }))
    },
  })
}

export function activityQuery(id: string) {
  const params = { path: { activity_id: id } }
  return queryOptions({
    queryKey: ['activities', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/activities/{activity_id}', { params, signal })),
  })
}

export function noticesQuery(id: string) {
  const params = { path: { activity_id: id } }
  return queryOptions({
    queryKey: ['activities', id, 'notices'],
    queryFn: async ({ signal }) =>
      (await read(api.GET('/api/v1/activities/{activity_id}/notices', { params, signal }))).items,
  })
}

/** An activity stands in lists, in the calendar and on the home page. */
export function useReadActivitiesAnew() {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['activities'], ['volunteer-hours'], ['history'], ['me', 'home']]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}

export function useCreateActivity() {
  const onSuccess = useReadActivitiesAnew()
  return useMutation({
    mutationFn: (body: ActivityIn) => read(api.POST('/api/v1/activities', { body })),
    onSuccess,
  })
}

export function useCopyActivity() {
  const onSuccess = useReadActivitiesAnew()
  return useMutation({
    mutationFn: ({ from, ...body }: { from: string; on: string; title?: string }) => {
      const params = { path: { activity_id: from } }
      return read(api.POST('/api/v1/activities/{activity_id}/copies', { params, body }))
    },
    onSuccess,
  })
}

export function useChangeActivity(activity: Pick<ActivityOut, 'id' | 'version'>) {
  const onSettled = useReadActivitiesAnew()
  return useMutation({
    mutationFn: (body: Partial<ActivityFactsIn>) => {
      const params = { path: { activity_id: activity.id }, header: ifMatch(activity) }
      return read(api.PATCH('/api/v1/activities/{activity_id}', { params, body }))
    },
    onSettled,
  })
}

export function useDeleteActivity(id: string) {
  const queries = useQueryClient()
  const params = { path: { activity_id: id } }
  return useMutation({
    mutationFn: () => api.DELETE('/api/v1/activities/{activity_id}', { params }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ['activities', id] })
      void queries.invalidateQueries({ queryKey: ['activities'] })
    },
  })
}

export function useActOnActivity(id: string) {
  const onSettled = useReadActivitiesAnew()
  return useMutation({
    mutationFn: ({ action, ...body }: { action: ActivityAction; reason?: string }) => {
      const params = { path: { activity_id: id, action } }
      return read(api.POST('/api/v1/activities/{activity_id}/actions/{action}', { params, body }))
    },
    onSettled,
  })
}

export function useAddShift(activityId: string) {
  const onSettled = useReadActivitiesAnew()
  return useMutation({
    mutationFn: (body: ShiftIn) => {
      const params = { path: { activity_id: activityId } }
      return read(api.POST('/api/v1/activities/{activity_id}/shifts', { params, body }))
    },
    onSettled,
  })
}

export function useChangeShift(shift: Pick<ShiftOut, 'id' | 'version'>) {
  const onSettled = useReadActivitiesAnew()
  return useMutation({
    mutationFn: (body: Partial<ShiftIn>) => {
      const params = { path: { shift_id: shift.id }, header: ifMatch(shift) }
      return read(api.PATCH('/api/v1/shifts/{shift_id}', { params, body }))
    },
    onSettled,
  })
}

export function useCancelShift(id: string) {
  const onSettled = useReadActivitiesAnew()
  return useMutation({
    mutationFn: (reason: string) => {
      const params = { path: { shift_id: id } }
      return read(api.POST('/api/v1/shifts/{shift_id}/actions/cancel', { params, body: { reason } }))
    },
    onSettled,
  })
}
