import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ifMatch, read } from '@/shared/api/client'
import type { UnitAction } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import { listQuery } from '../../../components/list-query'
import { pageOf } from '../organisation-queries'
import type { Unit } from '../organisation-types'
import { type UnitsSearch, unitStateOf } from './units-search'

const FOUND_AT_MOST = 30

export function unitsQuery({ q, state, sort }: UnitsSearch) {
  return listQuery(['units', { q, state, sort }], (page) => {
    const filters = { q: q ?? null, sort: sort ?? null, state: unitStateOf(state) ?? null }
    const query = { ...filters, ...pageOf(page) }
    return read(api.GET('/api/v1/units', { params: { query }, signal: page.signal }))
  })
}

export function unitQuery(id: string) {
  const params = { path: { unit_id: id } }
  return queryOptions({
    queryKey: ['units', id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/units/{unit_id}', { params, signal })),
  })
}

/** Units in use whose name, short name, credit code or pinyin contains `text`; the first few without it. */
export function unitOptionsQuery(text: string) {
  return queryOptions({
    queryKey: ['units', 'found', text],
    queryFn: ({ signal }) => {
      const query = { q: text || null, state: 'active' as const, limit: FOUND_AT_MOST }
      return read(api.GET('/api/v1/units', { params: { query }, signal }))
    },
  })
}

export interface UnitValues {
  readonly name: string
  readonly short_name?: string
  readonly credit_code?: string | null
  readonly organisation_id: string
}

/** Enters a unit, or changes the one that is there. */
export function useSaveUnit(unit: Unit | undefined) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ name, short_name, credit_code, organisation_id }: UnitValues) => {
      const body = {
        name,
        short_name: short_name?.trim() || name.trim().slice(0, 100),
        credit_code: credit_code?.trim() || null,
        organisation_id,
      }
      if (unit === undefined) return read(api.POST('/api/v1/units', { body }))
      const params = { path: { unit_id: unit.id }, header: ifMatch(unit) }
      return read(api.PATCH('/api/v1/units/{unit_id}', { params, body }))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['units'] }),
  })
}

export function useActOnUnit(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ action, reason }: { readonly action: UnitAction; readonly reason: string }) =>
      read(
        api.POST('/api/v1/units/{unit_id}/actions/{action}', {
          params: { path: { unit_id: id, action } },
          body: { reason },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['units'] }),
  })
}
