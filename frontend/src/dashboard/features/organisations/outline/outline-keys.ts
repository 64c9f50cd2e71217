import type { OutlineRow } from './outline-model'

export type OutlineMove =
  | { readonly kind: 'go' | 'open' | 'close' | 'choose'; readonly id: string }
  | { readonly kind: 'reorder'; readonly id: string; readonly step: -1 | 1 }

interface Pressed {
  readonly key: string
  readonly altKey: boolean
}

type Step = (rows: readonly OutlineRow[], at: number) => OutlineMove | null

const PAGE = 10

const go =
  (place: (at: number, last: number) => number): Step =>
  (rows, at) => {
    const last = rows.length - 1
    const row = rows[Math.max(0, Math.min(last, place(at, last)))]
    return row === undefined ? null : { kind: 'go', id: row.id }
  }

const choose: Step = (rows, at) => of(rows, at, ({ id }) => ({ kind: 'choose', id }))

const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: go((at) => at + 1),
  ArrowUp: go((at) => at - 1),
  PageDown: go((at) => at + PAGE),
  PageUp: go((at) => at - PAGE),
  Home: go(() => 0),
  End: go((_, last) => last),
  ArrowRight: (rows, at) =>
    of(rows, at, ({ id, branch }) => {
      if (branch === 'closed') return { kind: 'open', id }
      const child = rows[at + 1]
      return branch === 'open' && child !== undefined ? { kind: 'go', id: child.id } : null
    }),
  ArrowLeft: (rows, at) =>
    of(rows, at, ({ id, branch, level }) => {
      if (branch === 'open') return { kind: 'close', id }
      const parent = rows
        .slice(0, at)
        .reverse()
        .find((row) => row.level < level)
      return parent === undefined ? null : { kind: 'go', id: parent.id }
    }),
  Enter: choose,
  ' ': choose,
}

const ORDER_STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

/** What a key means in the outline while the row at place `at` is the current one; null when nothing. */
export function outlineMove(
  { key, altKey }: Pressed,
  rows: readonly OutlineRow[],
  at: number,
): OutlineMove | null {
  if (!altKey) return STEPS[key]?.(rows, at) ?? null
  const step = ORDER_STEPS[key]
  return step === undefined ? null : of(rows, at, ({ id }) => ({ kind: 'reorder', id, step }))
}

function of(
  rows: readonly OutlineRow[],
  at: number,
  move: (row: OutlineRow) => OutlineMove | null,
): OutlineMove | null {
  const row = rows[at]
  return row === undefined ? null : move(row)
}
