export function replaced<Item>(items: readonly Item[], place: number, change: Partial<Item>): Item[] {
  return items.map((item, at) => (at === place ? { ...item, ...change } : item))
}

export function without<Item>(items: readonly Item[], place: number): Item[] {
  return items.filter((_, at) => at !== place)
}

/** The item at `place` one place up (-1) or down (1); the same list where there is no such place. */
export function moved<Item>(items: readonly Item[], place: number, by: -1 | 1): Item[] {
  const list = [...items]
  const item = list[place]
  const other = list[place + by]
  if (item === undefined || other === undefined) return list
  list[place] = other
  list[place + by] = item
  return list
}
