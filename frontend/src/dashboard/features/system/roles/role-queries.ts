import { useMutation, useQueryClient } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { AssignmentIn, AssignmentState, Role } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'

export interface HolderFilters {
  readonly q: string | null
  readonly role: Role | null
  readonly state: AssignmentState
}

const PATH = '/api/v1/role-assignments'
const ALL_OF_ONE = 200

/** Roles that are held at an organisation, or at it and everything below. */
export function holdersQuery(organisationId: string, scope: 'self' | 'subtree', filters: HolderFilters) {
  return listQuery(
    ['role-assignments', { organisationId, scope, filters }],
    ({ signal, cursor, ...page }) => {
      const query = { ...filters, organisation_id: organisationId, scope, cursor: cursor ?? null, ...page }
      return read(api.GET(PATH, { params: { query }, signal }))
    },
  )
}

/** Roles that are held above an organisation and reach it, the nearest first. */
export function holdersAboveQuery(organisationId: string, filters: HolderFilters) {
  return listQuery(['role-assignments', { organisationId, scope: 'above', filters }], async ({ signal }) => {
    const params = { path: { organisation_id: organisationId } }
    const path = '/api/v1/organisations/{organisation_id}/ancestors'
    const { items } = await read(api.GET(path, { params, signal }))
    const above = items.filter(({ id }) => id !== organisationId).reverse()
    const held = await Promise.all(
      above.map(({ id }) => {
        const query = { ...filters, organisation_id: id, limit: ALL_OF_ONE }
        return read(api.GET(PATH, { params: { query }, signal }))
      }),
    )
    const rows = held.flatMap((page) => page.items)
    return { items: rows, next_cursor: null, total: rows.length }
  })
}

/** Every role that an account holds or has held; those at organisations out of reach are not among them. */
export function rolesOfUserQuery(userId: string) {
  return listQuery(['role-assignments', { userId }], ({ signal, cursor, ...page }) => {
    const query = { user_id: userId, cursor: cursor ?? null, ...page }
    return read(api.GET(PATH, { params: { query }, signal }))
  })
}

export function useGrantRole() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: AssignmentIn) => read(api.POST(PATH, { body })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['role-assignments'] }),
        queries.invalidateQueries({ queryKey: ['enrolments'] }),
      ]),
  })
}

export function useEndAssignment(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) => {
      const params = { path: { assignment_id: id, action: 'end' as const } }
      return read(api.POST(`${PATH}/{assignment_id}/actions/{action}`, { params, body: { reason } }))
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['role-assignments'] }),
        queries.invalidateQueries({ queryKey: ['enrolments'] }),
      ]),
  })
}
