import { searchOf } from '../../../app/search-params'
import type { DutyBoardRowOut } from '../duty-types'

export const boardSearch = searchOf('q', 'state', 'late')
export type BoardSearch = ReturnType<typeof boardSearch>

const OWED = new Set<DutyBoardRowOut['state']>(['not_started', 'draft', 'returned'])

/** Not handed in, or given back. */
export function isOwed({ state }: Pick<DutyBoardRowOut, 'state'>): boolean {
  return OWED.has(state)
}

interface Days {
  readonly dueOn: string
  readonly today: string
}

export function isOverdue(row: DutyBoardRowOut, { dueOn, today }: Days): boolean {
  return isOwed(row) && today > dueOn
}

/** The rows that the address asks for. */
export function rowsOf(rows: readonly DutyBoardRowOut[], search: BoardSearch, days: Days) {
  const asked = search.q?.trim().toLowerCase() ?? ''
  return rows.filter((row) => {
    if (search.state !== undefined && row.state !== search.state) return false
    if (search.late === 'late' && !row.late) return false
    if (search.late === 'overdue' && !isOverdue(row, days)) return false
    return asked === '' || `${row.name} ${row.organisation_name}`.toLowerCase().includes(asked)
  })
}
