import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { json } from '../../app/api'
import { type ListPage, listQuery } from '../../components/list-query'
import type {
  Advice,
  Edge,
  MemberCounts,
  Organisation,
  Secretary,
  Summary,
  TimelineItem,
  Tree,
  TreeItem,
} from './organisation-types'

/** A day, `YYYY-MM-DD`; today when undefined. */
export type AsOf = string | undefined

const ALL_LEVELS = 32
const FOUND_AT_MOST = 50

const path = (id: string, part: string) => `/api/v1/organisations/${id}/${part}`

/** Every organisation that the reader may see, in one answer: opening a branch then needs no request. */
export function outlineQuery(asOf: AsOf) {
  return queryOptions({
    queryKey: ['organisations', 'tree', { asOf, depth: ALL_LEVELS }],
    queryFn: ({ signal }) =>
      json.get<Tree>('/api/v1/organisations/tree', { query: { depth: ALL_LEVELS, as_of: asOf }, signal }),
    placeholderData: keepPreviousData,
  })
}

export interface FoundOrganisations {
  readonly items: readonly Organisation[]
  readonly total?: number | null
}

/** By name, short name, code or pinyin initials. */
export function foundQuery(text: string, asOf: AsOf) {
  return queryOptions({
    queryKey: ['organisations', 'search', { text, asOf }],
    enabled: text !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = { q: text, as_of: asOf, limit: FOUND_AT_MOST, include_total: true }
      return json.get<FoundOrganisations>('/api/v1/organisations', { query, signal })
    },
  })
}

export function organisationQuery(id: string, asOf: AsOf) {
  return queryOptions({
    queryKey: ['organisations', id, { asOf }],
    queryFn: ({ signal }) =>
      json.get<Organisation>(`/api/v1/organisations/${id}`, { query: { as_of: asOf }, signal }),
  })
}

/** One part of an organisation as of a day, like its advice. */
function partQuery<Body>(id: string, part: string, asOf: AsOf) {
  return queryOptions({
    queryKey: ['organisations', id, part, { asOf }],
    queryFn: ({ signal }) => json.get<Body>(path(id, part), { query: { as_of: asOf }, signal }),
  })
}

interface Items<Row> {
  readonly items: readonly Row[]
}

/** What stands above it, the top first. */
export const ancestorsQuery = (id: string, asOf: AsOf) => partQuery<Items<TreeItem>>(id, 'ancestors', asOf)
export const summaryQuery = (id: string, asOf: AsOf) => partQuery<Summary>(id, 'summary', asOf)
export const adviceQuery = (id: string, asOf: AsOf) => partQuery<Items<Advice>>(id, 'advice', asOf)

export const childrenQuery = (id: string) => partQuery<Items<TreeItem>>(id, 'children', undefined)

/** For itself and each direct child, with all below. */
export const memberCountsQuery = (id: string, asOf: AsOf) =>
  partQuery<Items<MemberCounts>>(id, 'member-counts', asOf)

export const timelineQuery = (id: string) => partQuery<Items<TimelineItem>>(id, 'timeline', undefined)
export const edgesQuery = (id: string) => partQuery<Items<Edge>>(id, 'edges', undefined)

/** Who holds an office in the organisation and below it. */
export function secretariesQuery(id: string, asOf: AsOf) {
  return listQuery<Secretary>(['secretaries', { id, asOf }], ({ signal, ...page }) => {
    const query = { organisation_id: id, scope: 'subtree', as_of: asOf, ...page }
    return json.get<ListPage<Secretary>>('/api/v1/secretaries', { query, signal })
  })
}
