import type { Term } from '../organisation-types'

interface TermScale {
  /** Where a day stands on the line, in percent from its left. */
  readonly place: (day: string) => number
  /** The turns of years that are written on the line. */
  readonly years: readonly { readonly year: number; readonly at: number }[]
}

const LABELS_AT_MOST = 6

type Period = Pick<Term, 'elected_on' | 'ends_on'> & { readonly ended_on?: string | null }

/** A line of whole years that holds all terms and the day. */
export function termScale(terms: readonly Period[], day: string): TermScale {
  const days = [
    day,
    ...terms.flatMap(({ elected_on, ends_on, ended_on }) => [elected_on, ended_on ?? ends_on]),
  ]
  const turns = days.map(yearOf)
  const first = Math.min(...turns)
  const last = Math.max(...turns) + 1
  const from = Date.UTC(first, 0, 1)
  const to = Date.UTC(last, 0, 1)
  const percent = (instant: number) => (100 * (instant - from)) / (to - from)
  const step = Math.ceil((last - first) / LABELS_AT_MOST)
  const count = Math.ceil((last - first) / step)
  const years = Array.from({ length: count }, (_, index) => first + index * step)
  return {
    place: (on) => percent(Date.parse(`${on}T00:00:00Z`)),
    years: years.map((year) => ({ year, at: percent(Date.UTC(year, 0, 1)) })),
  }
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
