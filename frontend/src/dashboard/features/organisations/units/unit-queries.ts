import { queryOptions } from '@tanstack/react-query'
import { json } from '../../../app/api'
import { type ListPage, listQuery } from '../../../components/list-query'
import type { Unit } from '../organisation-types'

const PATH = '/api/v1/units'
const FOUND_AT_MOST = 30

export interface UnitFilters {
  readonly q?: string | undefined
  readonly sort?: string | undefined
}

export function unitsQuery(filters: UnitFilters) {
  return listQuery<Unit>(['units', filters], ({ signal, ...page }) =>
    json.get<ListPage<Unit>>(PATH, { query: { ...filters, ...page }, signal }),
  )
}

export function unitQuery(id: string) {
  return queryOptions({
    queryKey: ['units', id],
    queryFn: ({ signal }) => json.get<Unit>(`${PATH}/${id}`, { signal }),
  })
}

/** Units whose name, short name, credit code or pinyin contains `text`; the first few without it. */
export function unitOptionsQuery(text: string) {
  return queryOptions({
    queryKey: ['units', 'found', text],
    queryFn: ({ signal }) =>
      json.get<{ items: readonly Unit[] }>(PATH, { query: { q: text, limit: FOUND_AT_MOST }, signal }),
  })
}
