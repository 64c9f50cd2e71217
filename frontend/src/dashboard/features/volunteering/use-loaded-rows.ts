import { useInfiniteQuery } from '@tanstack/react-query'
import type { ListQuery } from '../../components/list-query'

/** The rows of a list that its table has loaded so far. */
export function useLoadedRows<Row>(query: ListQuery<Row>): readonly Row[] {
  return useInfiniteQuery(query).data?.pages.flatMap(({ items }) => items) ?? []
}
