import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { read } from '@/shared/api/client'
import { api, json } from '../../app/api'
import { listQuery, type PageRequest } from '../../components/list-query'
import type { Advice } from './organisation-types'

/** A day, `YYYY-MM-DD`; today when undefined. */
export type AsOf = string | undefined

const ALL_LEVELS = 32
const FOUND_AT_MOST = 50

/** A page of a list as the API names it. */
export function pageOf({ cursor, limit, include_total }: PageRequest) {
  return { cursor: cursor ?? null, limit, include_total }
}

/** Every organisation that the reader may see, in one answer: opening a branch then needs no request. */
export function outlineQuery(asOf: AsOf) {
  return queryOptions({
    queryKey: ['organisations', 'tree', { asOf, depth: ALL_LEVELS }],
    queryFn: ({ signal }) => {
      const query = { depth: ALL_LEVELS, as_of: asOf ?? null }
      return read(api.GET('/api/v1/organisations/tree', { params: { query }, signal }))
    },
    placeholderData: keepPreviousData,
  })
}

/** By name, short name, code or pinyin initials. */
export function foundQuery(text: string, asOf: AsOf) {
  return queryOptions({
    queryKey: ['organisations', 'search', { text, asOf }],
    enabled: text !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = { q: text, as_of: asOf ?? null, limit: FOUND_AT_MOST, include_total: true }
      return read(api.GET('/api/v1/organisations', { params: { query }, signal }))
    },
  })
}

const key = (id: string, part: string, asOf: AsOf) => ['organisations', id, part, { asOf }]
const on = (id: string, asOf: AsOf) => ({
  params: { path: { organisation_id: id }, query: { as_of: asOf ?? null } },
})

export function organisationQuery(id: string, asOf: AsOf) {
  return queryOptions({
    queryKey: key(id, 'one', asOf),
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organisations/{organisation_id}', { ...on(id, asOf), signal })),
  })
}

/** What stands above it, the top first. */
export function ancestorsQuery(id: string, asOf: AsOf) {
  return queryOptions({
    queryKey: key(id, 'ancestors', asOf),
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organisations/{organisation_id}/ancestors', { ...on(id, asOf), signal })),
  })
}

export function childrenQuery(id: string) {
  return queryOptions({
    queryKey: key(id, 'children', undefined),
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organisations/{organisation_id}/children', { ...on(id, undefined), signal })),
  })
}

export function summaryQuery(id: string, asOf: AsOf) {
  return queryOptions({
    queryKey: key(id, 'summary', asOf),
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organisations/{organisation_id}/summary', { ...on(id, asOf), signal })),
  })
}

export function adviceQuery(id: string, asOf: AsOf) {
  return queryOptions({
    queryKey: key(id, 'advice', asOf),
    queryFn: ({ signal }) =>
      json.get<{ readonly items: readonly Advice[] }>(`/api/v1/organisations/${id}/advice`, {
        query: { as_of: asOf },
        signal,
      }),
  })
}

/** Members of itself and of each direct child, with all below. */
export function memberCountsQuery(id: string, asOf: AsOf) {
  return queryOptions({
    queryKey: key(id, 'member-counts', asOf),
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organisations/{organisation_id}/member-counts', { ...on(id, asOf), signal })),
  })
}

export function timelineQuery(id: string) {
  const params = { path: { organisation_id: id } }
  return queryOptions({
    queryKey: key(id, 'timeline', undefined),
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organisations/{organisation_id}/timeline', { params, signal })),
  })
}

export function edgesQuery(id: string) {
  const params = { path: { organisation_id: id } }
  return queryOptions({
    queryKey: key(id, 'edges', undefined),
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organisations/{organisation_id}/edges', { params, signal })),
  })
}

/** Who holds an office in the organisation and below it. */
export function secretariesQuery(id: string, asOf: AsOf) {
  return listQuery(['secretaries', { id, asOf }], (page) => {
    const scope = 'subtree' as const
    const query = { organisation_id: id, scope, as_of: asOf ?? null, ...pageOf(page) }
    return read(api.GET('/api/v1/secretaries', { params: { query }, signal: page.signal }))
  })
}
