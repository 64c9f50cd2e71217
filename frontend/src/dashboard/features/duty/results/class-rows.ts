import type { DutyResultOut } from '@/shared/api/schema.gen'
import { spreadOf } from './score-spread'
import type { SpreadRow } from './spread-option'

/**
 * The total first, then every rater group for which there are scores, of everybody's results; `own` is the
 * organisation that it is about.
 */
export function classRows(results: readonly DutyResultOut[], total: string, own?: string): SpreadRow[] {
  const [first] = results
  if (first === undefined) return []
  const scored = (label: string, scoreOf: (result: DutyResultOut) => string | null): SpreadRow => {
    const known = results.flatMap((result) => {
      const score = scoreOf(result)
      return score === null ? [] : [{ id: result.organisation_id, name: result.name, score }]
    })
    return {
      label,
      spread: spreadOf(known.map(({ score }) => score)),
      dots: known.filter(({ id }) => id !== own),
      own: known.find(({ id }) => id === own)?.score ?? null,
    }
  }
  const rows = [
    scored(total, (result) => result.total),
    ...first.groups.map(({ key, title }) =>
      scored(title, ({ groups }) => groups.find((group) => group.key === key)?.score ?? null),
    ),
  ]
  return rows.filter(({ dots, own: score }) => dots.length > 0 || score !== null)
}
