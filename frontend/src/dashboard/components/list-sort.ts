import type { SorterResult, SortOrder } from 'antd/es/table/interface'

/** `name` or `-name`, as the API writes it; undefined for the server's own order. */
export type Sort = string | undefined

export function sortOrderOf(sort: Sort, field: string): SortOrder {
  if (sort === field) return 'ascend'
  return sort === `-${field}` ? 'descend' : null
}

export function sortOf<Row>(sorter: SorterResult<Row> | SorterResult<Row>[]): Sort {
  const first = Array.isArray(sorter) ? sorter[0] : sorter
  if (first?.order === undefined || first.order === null || first.columnKey === undefined) return undefined
  return first.order === 'descend' ? `-${String(first.columnKey)}` : String(first.columnKey)
}
