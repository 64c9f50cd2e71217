import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { uuid } from '@/shared/id/uuid'
import { api } from '../../../app/api'
import { everyRow } from '../../../components/every-row'
import { listQuery, type PageRequest } from '../../../components/list-query'
import { sendInParts } from '../in-parts'
import type { CheckInAttemptOut, CheckInIn, CheckInType, Presence, RosterRow } from '../volunteering-types'

export type RosterItem = RosterRow & { readonly id: string }
export type PresenceFilter = Presence | 'review'

export const PRESENCES: readonly PresenceFilter[] = ['expected', 'inside', 'left', 'review']

export function presenceOf(presence: string | undefined): PresenceFilter | undefined {
  return PRESENCES.find((each) => each === presence)
}

interface RosterFilters {
  readonly q: string | undefined
  readonly shift_id: string | undefined
  readonly presence: PresenceFilter | undefined
}

/** People come and go without this page: figures and names are asked for again by themselves. */
const LOOK_AGAIN = 15_000

function rosterPage(activityId: string, { q, shift_id, presence }: RosterFilters) {
  const filters = { q: q ?? null, shift_id: shift_id ?? null, presence: presence ?? null }
  return async ({ signal, cursor, ...page }: PageRequest) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    const params = { path: { activity_id: activityId }, query }
    const found = await read(api.GET('/api/v1/activities/{activity_id}/roster', { params, signal }))
    return { ...found, items: found.items.map((row) => ({ ...row, id: `${row.person_id} ${row.shift_id}` })) }
  }
}

export function wholeRoster(activityId: string, filters: RosterFilters) {
  return everyRow(rosterPage(activityId, filters))
}

export function rosterQuery(activityId: string, filters: RosterFilters, isOpen: boolean) {
  const list = listQuery<RosterItem>(
    ['activities', activityId, 'roster', filters],
    rosterPage(activityId, filters),
  )
  return isOpen ? { ...list, refetchInterval: LOOK_AGAIN } : list
}

export function attendanceQuery(activityId: string, isOpen: boolean) {
  const params = { path: { activity_id: activityId } }
  return queryOptions({
    queryKey: ['activities', activityId, 'attendance'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/activities/{activity_id}/attendance', { params, signal })),
    refetchInterval: isOpen ? LOOK_AGAIN : false,
  })
}

export function attemptsQuery(activityId: string) {
  return listQuery<CheckInAttemptOut>(
    ['activities', activityId, 'attempts'],
    ({ signal, cursor, ...page }) => {
      const params = { path: { activity_id: activityId }, query: { cursor: cursor ?? null, ...page } }
      return read(api.GET('/api/v1/activities/{activity_id}/check-in-attempts', { params, signal }))
    },
  )
}

export interface Mark {
  readonly type: CheckInType
  /** RFC 3339: when it happened. */
  readonly at: string
  readonly reason: string
}

function checkInOf({ person_id, shift_id }: RosterRow, { type, at, reason }: Mark): CheckInIn {
  return {
    shift_id,
    person_id,
    type,
    method: 'list',
    occurred_at: at,
    nonce: uuid(),
    ...(reason !== '' && { reason }),
  }
}

export interface RefusedMark {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly detail: string
}

interface MarkRequest {
  readonly rows: readonly RosterItem[]
  readonly mark: Mark
  readonly onSent: (count: number) => void
}

async function markPart(rows: readonly RosterRow[], mark: Mark) {
  const items = rows.map((row) => checkInOf(row, mark))
  const answer = await read(api.POST('/api/v1/check-in-batches', { body: { items } }))
  const problems = new Map(answer.items.map(({ nonce, problem }) => [nonce, problem]))
  return items.map(({ nonce }, place): RefusedMark | null => {
    const { title = '', detail = '' } = problems.get(nonce) ?? {}
    const isTaken = (problems.get(nonce) ?? null) === null
    return isTaken ? null : { id: nonce, name: rows[place]?.name ?? '', title, detail }
  })
}

/** Marks any number of people on the list: each answer is null, or why that person was refused. */
export function useMarkOnList() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ rows, mark, onSent }: MarkRequest) =>
      sendInParts(rows, (part) => markPart(part, mark), onSent),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['activities'] }),
  })
}

export function useActOnCheckIn(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ action, reason }: { action: 'accept' | 'annul'; reason: string }) => {
      const params = { path: { check_in_id: id, action } }
      const body = reason === '' ? {} : { reason }
      return read(api.POST('/api/v1/check-ins/{check_in_id}/actions/{action}', { params, body }))
    },
    onSettled: () => {
      for (const queryKey of [['activities'], ['volunteer-hours'], ['history']]) {
        void queries.invalidateQueries({ queryKey })
      }
    },
  })
}
