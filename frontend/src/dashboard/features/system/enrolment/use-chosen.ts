import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RowSelection } from '../../../components/ListTable'
import type { ListQuery } from '../../../components/list-query'
import type { Enrolment } from './enrolment-queries'

export interface Chosen {
  readonly people: readonly Enrolment[]
  readonly selection: RowSelection
  readonly clear: () => void
  /** How many the list has; undefined as long as it is not known. */
  readonly total: number | undefined
}

/** Who is ticked in a list, also after its filters have hidden them. */
export function useChosen(query: ListQuery<Enrolment>): Chosen {
  const { data } = useInfiniteQuery(query)
  const [people, setPeople] = useState<readonly Enrolment[]>([])
  const shown = data?.pages.flatMap(({ items }) => items) ?? []
  const onChange = (ids: readonly string[]) => {
    const wanted = new Set(ids)
    const here = new Set(shown.map(({ id }) => id))
    setPeople([...people.filter(({ id }) => !here.has(id)), ...shown.filter(({ id }) => wanted.has(id))])
  }
  return {
    people,
    selection: { selected: people.map(({ id }) => id), onChange },
    clear: () => setPeople([]),
    total: data?.pages[0]?.total ?? undefined,
  }
}
