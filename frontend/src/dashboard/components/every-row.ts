import type { ListPage, PageRequest } from './list-query'

const PAGE = 200

/** Every row of a list, beyond what its table shows. */
export async function everyRow<Row>(fetchPage: (page: PageRequest) => Promise<ListPage<Row>>) {
  const { signal } = new AbortController()
  const found: Row[] = []
  let cursor: string | undefined
  do {
    const page = await fetchPage({ cursor, limit: PAGE, include_total: false, signal })
    found.push(...page.items)
    cursor = page.next_cursor ?? undefined
  } while (cursor !== undefined)
  return found
}
