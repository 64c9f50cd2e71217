import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'
import { everyRow } from '../../../components/every-row'
import { listQuery, type PageRequest } from '../../../components/list-query'
import { sendInParts } from '../in-parts'
import type {
  HoursAction,
  HoursActionIn,
  HoursState,
  HoursSummaryItem,
  LateEntryIn,
  SummaryBy,
  VolunteerHoursOut,
} from '../volunteering-types'
import { type HoursSearch, type HoursView, hoursKindOf, hoursStateOf } from './hours-search'

const IN_VIEW: Readonly<
  Record<HoursView, { readonly state: HoursState | null; readonly flagged: boolean | null }>
> = {
  plain: { state: 'pending', flagged: false },
  flagged: { state: 'pending', flagged: true },
  disputed: { state: 'disputed', flagged: null },
  all: { state: null, flagged: null },
}

function filtersOf(view: HoursView, search: HoursSearch) {
  return {
    q: search.q ?? null,
    kind: hoursKindOf(search.kind),
    month: search.month ?? null,
    organisation_id: search.organisation_id ?? null,
    team_id: search.team_id ?? null,
    person_id: search.person_id ?? null,
    activity_id: search.activity_id ?? null,
    ...IN_VIEW[view],
    ...(view === 'all' && { state: hoursStateOf(search.state) }),
    scope: 'subtree' as const,
    sort: '-day',
  }
}

function pageOf(filters: ReturnType<typeof filtersOf>) {
  return ({ signal, cursor, ...page }: PageRequest) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/volunteer-hours', { params: { query }, signal }))
  }
}

/** Hours of the reader's subtree in one view, the latest day first. */
export function hoursQuery(view: HoursView, search: HoursSearch) {
  const filters = filtersOf(view, search)
  return listQuery<VolunteerHoursOut>(['volunteer-hours', filters], pageOf(filters))
}

export function allHours(view: HoursView, search: HoursSearch) {
  return everyRow(pageOf(filtersOf(view, search)))
}

export function oneHoursQuery(id: string) {
  const params = { path: { hours_id: id } }
  return queryOptions({
    queryKey: ['volunteer-hours', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/volunteer-hours/{hours_id}', { params, signal })),
  })
}

export function explanationQuery(id: string) {
  const params = { path: { hours_id: id } }
  return queryOptions({
    queryKey: ['volunteer-hours', id, 'explanation'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/volunteer-hours/{hours_id}/explanation', { params, signal })),
  })
}

interface SummaryRequest {
  readonly by: SummaryBy
  readonly organisationId: string | undefined
  readonly from: string
  readonly until: string
}

export function summaryQuery({ by, organisationId, from, until }: SummaryRequest) {
  const query = {
    by,
    organisation_id: organisationId ?? null,
    scope: 'subtree' as const,
    from_month: from,
    until_month: until,
  }
  return queryOptions({
    queryKey: ['volunteer-hours', 'summary', query],
    queryFn: ({ signal }) => read(api.GET('/api/v1/volunteer-hours/summary', { params: { query }, signal })),
  })
}

/** The rows of the figures, page by page in the order of their names. */
export function summaryRowsQuery({ by, organisationId, from, until }: SummaryRequest) {
  const filters = {
    by,
    organisation_id: organisationId ?? null,
    scope: 'subtree' as const,
    from_month: from,
    until_month: until,
  }
  return listQuery<HoursSummaryItem>(
    ['volunteer-hours', 'summary-rows', filters],
    ({ signal, cursor, limit }) => {
      const query = { ...filters, limit, cursor: cursor ?? null }
      return read(api.GET('/api/v1/volunteer-hours/summary', { params: { query }, signal }))
    },
  )
}

function useReadHoursAnew() {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['volunteer-hours'], ['activities'], ['history'], ['me', 'home']]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}

async function verifyPart(ids: readonly string[]) {
  const body = { ids: [...ids] }
  return (await read(api.POST('/api/v1/volunteer-hours/verifications', { body }))).items
}

/** Verifies any number of hours: each answer says whether it was taken. */
export function useVerifyHours() {
  const onSettled = useReadHoursAnew()
  return useMutation({
    mutationFn: ({ ids, onSent }: { ids: readonly string[]; onSent: (count: number) => void }) =>
      sendInParts(ids, verifyPart, onSent),
    onSettled,
  })
}

export function useActOnHours(id: string) {
  const onSettled = useReadHoursAnew()
  return useMutation({
    mutationFn: ({ action, ...body }: HoursActionIn & { readonly action: HoursAction }) => {
      const params = { path: { hours_id: id, action } }
      return read(api.POST('/api/v1/volunteer-hours/{hours_id}/actions/{action}', { params, body }))
    },
    onSettled,
  })
}

export function useEnterHours() {
  const onSuccess = useReadHoursAnew()
  return useMutation({
    mutationFn: (body: LateEntryIn) => read(api.POST('/api/v1/volunteer-hours', { body })),
    onSuccess,
  })
}
