import type { UseQueryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api } from '../../../app/api'
import type { FoundPerson } from '../../../components/filter-fields'
import { listQuery } from '../../../components/list-query'
import type { AuditSearch } from './audit-search'
import { momentsOf } from './day-range'

/** What the page's address asks for, as the API names it. */
export function auditFilters(search: AuditSearch, timeZone: string) {
  const { from, to } = momentsOf(search.from, search.to, timeZone)
  return {
    q: search.q ?? null,
    action: search.action ?? null,
    subject_type: search.subject_type ?? null,
    subject_id: search.subject_id ?? null,
    actor_user_id: search.actor_user_id ?? null,
    organisation_id: search.organisation_id ?? null,
    scope: 'subtree' as const,
    recorded_from: from,
    recorded_to: to,
  }
}

export type AuditFilters = ReturnType<typeof auditFilters>

export function auditQuery(filters: AuditFilters) {
  return listQuery(['audit-entries', filters], ({ signal, cursor, ...page }) => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    return read(api.GET('/api/v1/audit-entries', { params: { query }, signal }))
  })
}

/** Reads the whole log and checks every seal. */
export function verifyChain() {
  return read(api.GET('/api/v1/audit-entries/verification'))
}

/** Accounts whose name or user name holds what is typed. */
export function actorsQuery(typed: string): UseQueryOptions<readonly FoundPerson[]> {
  return {
    queryKey: ['audit-entries', 'actors', typed],
    queryFn: async ({ signal }) => {
      const query = { q: typed === '' ? null : typed }
      const { items } = await read(api.GET('/api/v1/audit-entries/actors', { params: { query }, signal }))
      return items.map((one) => ({ id: one.id, name: `${one.display_name}（${one.username}）` }))
    },
  }
}
