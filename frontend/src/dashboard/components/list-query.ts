import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query'

export interface ListPage<Row> {
  readonly items: readonly Row[]
  readonly next_cursor?: string | null
  readonly total?: number | null
}

export interface PageRequest {
  readonly cursor: string | undefined
  readonly limit: number
  /** Counting is asked for once, with the first page. */
  readonly include_total: boolean
  readonly signal: AbortSignal
}

const PAGE_SIZE = 50

/**
 * A list that grows page by page. `key` begins with the resource's name, so that
 * `invalidateQueries({ queryKey: ['members'] })` reaches every list of it.
 */
export function listQuery<Row>(key: QueryKey, fetchPage: (page: PageRequest) => Promise<ListPage<Row>>) {
  return infiniteQueryOptions({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      fetchPage({ cursor: pageParam, limit: PAGE_SIZE, include_total: pageParam === undefined, signal }),
    initialPageParam: noCursor(),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  })
}

export type ListQuery<Row> = ReturnType<typeof listQuery<Row>>

function noCursor(): string | undefined {
  return undefined
}
