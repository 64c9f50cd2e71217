/** The list with the row at `from` standing at `to`; places count from 0. */
export function placed<Row>(rows: readonly Row[], from: number, to: number): Row[] {
  const list = [...rows]
  const [row] = list.splice(from, 1)
  if (row === undefined) return [...rows]
  list.splice(Math.max(0, Math.min(to, list.length)), 0, row)
  return list
}
