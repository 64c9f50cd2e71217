import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListQuery } from './list-query'

export interface Choice<Row> {
  readonly chosen: readonly Row[]
  readonly choose: (rows: readonly Row[]) => void
  readonly selection: { readonly selected: readonly string[]; readonly onChange: (ids: string[]) => void }
  /** How many rows the list has; null as long as that is not known. */
  readonly total: number | null
  /** How many rows the list has; null while its table shows all of them. */
  readonly beyond: number | null
}

/** The rows chosen of a list: by hand those that its table shows, and at once also those that it does not. */
export function useChoice<Row extends { readonly id: string }>(
  query: ListQuery<Row>,
  mayBeChosen: (row: Row) => boolean = () => true,
): Choice<Row> {
  const list = useInfiniteQuery(query)
  const [chosen, setChosen] = useState<readonly Row[]>([])
  const shown = list.data?.pages.flatMap(({ items }) => items) ?? []
  const onChange = (ids: string[]) => {
    const wanted = new Set(ids)
    const here = new Set(shown.map(({ id }) => id))
    setChosen([
      ...chosen.filter(({ id }) => !here.has(id)),
      ...shown.filter((row) => wanted.has(row.id) && mayBeChosen(row)),
    ])
  }
  const total = list.data?.pages[0]?.total ?? null
  return {
    chosen,
    choose: (rows) => setChosen(rows.filter(mayBeChosen)),
    selection: { selected: chosen.map(({ id }) => id), onChange },
    total,
    beyond: list.hasNextPage ? total : null,
  }
}
