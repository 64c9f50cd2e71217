import { queryOptions } from '@tanstack/react-query'
import { json } from '../app/api'

export interface TreeItem {
  readonly id: string
  readonly parent_id: string | null
  readonly depth: number
  readonly kind: string
  readonly code: string | null
  readonly name: string
  readonly short_name: string | null
  readonly position: number
  readonly child_count: number
  readonly matched?: boolean | null
}

interface TreeRequest {
  readonly root?: string | undefined
  readonly asOf?: string | undefined
}

const depthOfOneLevel = 1

/** A place in the tree with its direct children; from the top of what one may see when there is no root. */
export function treeLevelQuery({ root, asOf }: TreeRequest) {
  return queryOptions({
    queryKey: ['organisations', 'tree', { root, asOf, depth: depthOfOneLevel }],
    queryFn: async ({ signal }) => {
      const query = { root, as_of: asOf, depth: depthOfOneLevel }
      return (await json.get<{ items: readonly TreeItem[] }>('/api/v1/organisations/tree', { query, signal }))
        .items
    },
  })
}

const FOUND_AT_MOST = 30

export interface FoundOrganisation {
  readonly id: string
  readonly name: string
  readonly kind: string
}

export function organisationSearchQuery(text: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: ['organisations', 'found', { text, asOf }],
    enabled: text !== '',
    queryFn: async ({ signal }) => {
      const query = { q: text, as_of: asOf, limit: FOUND_AT_MOST }
      return (
        await json.get<{ items: readonly FoundOrganisation[] }>('/api/v1/organisations', { query, signal })
      ).items
    },
  })
}

/** The name of a chosen organisation that no opened level holds. */
export function organisationNameQuery(id: string | undefined) {
  return queryOptions({
    queryKey: ['organisations', id ?? '', 'name'],
    enabled: id !== undefined,
    queryFn: ({ signal }) => json.get<FoundOrganisation>(`/api/v1/organisations/${id}`, { signal }),
  })
}
