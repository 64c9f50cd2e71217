import { queryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import type { EnrolmentOut, Lacking } from '@/shared/api/schema.gen'
import { api } from '../../../app/api'
import { everyRow } from '../../../components/every-row'
import { type ListPage, listQuery, type PageRequest } from '../../../components/list-query'
import type { EnrolmentSearch } from './enrolment-search'

/** Somebody on a roster; `id` is the person's. */
export interface Enrolment extends EnrolmentOut {
  readonly id: string
}

const FOUND_AT_MOST = 20
const PATH = '/api/v1/enrolments'

function pageOf(lacking: Lacking, { q, organisation_id, secretaries }: EnrolmentSearch) {
  const filters = {
    lacking,
    q: q ?? null,
    organisation_id: organisation_id ?? null,
    scope: 'subtree' as const,
    secretaries: secretaries !== undefined,
  }
  return async ({ signal, cursor, ...page }: PageRequest): Promise<ListPage<Enrolment>> => {
    const query = { ...filters, cursor: cursor ?? null, ...page }
    const { items, ...rest } = await read(api.GET(PATH, { params: { query }, signal }))
    return { ...rest, items: items.map((one) => ({ ...one, id: one.person_id })) }
  }
}

/** Who on the rosters lacks something. */
export function enrolmentsQuery(lacking: Lacking, search: EnrolmentSearch) {
  const { q, organisation_id, secretaries } = search
  return listQuery(['enrolments', lacking, { q, organisation_id, secretaries }], pageOf(lacking, search))
}

/** The same from its first page to its last. */
export function everyEnrolment(lacking: Lacking, search: EnrolmentSearch) {
  return everyRow(pageOf(lacking, search))
}

/** People without an account whose name contains `typed`; the first few without it. */
export function withoutAccountQuery(typed: string) {
  const query = {
    q: typed || null,
    lacking: 'account' as const,
    scope: 'subtree' as const,
    limit: FOUND_AT_MOST,
  }
  return queryOptions({
    queryKey: ['enrolments', 'found', typed],
    queryFn: ({ signal }) => read(api.GET(PATH, { params: { query }, signal })),
  })
}
