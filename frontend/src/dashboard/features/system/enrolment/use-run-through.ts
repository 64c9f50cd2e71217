import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '@/shared/api/problem'

export interface Failure<Item> {
  readonly item: Item
  readonly error: unknown
}

export interface Run<Item, Result> {
  readonly total: number
  readonly results: readonly Result[]
  readonly failures: readonly Failure<Item>[]
  readonly isOver: boolean
}

export interface RunThrough<Item, Result> {
  /** Null before the first one and after `clear`. */
  readonly run: Run<Item, Result> | null
  readonly start: (items: readonly Item[], work: (item: Item) => Promise<Result>) => Promise<void>
  /** Lets the one in hand come to its end and begins no other. */
  readonly stop: () => void
  readonly clear: () => void
}

/**
 * Does the same to many, one after another, since each answer may bear on the next. It goes on after a failure,
 * unless all that follow would fail alike: without a network, or signed out.
 */
export function useRunThrough<Item, Result>(): RunThrough<Item, Result> {
  const [run, setRun] = useState<Run<Item, Result> | null>(null)
  const isStopped = useRef(false)
  const stop = useCallback(() => {
    isStopped.current = true
  }, [])
  useEffect(() => stop, [stop])
  const start: RunThrough<Item, Result>['start'] = async (items, work) => {
    isStopped.current = false
    let now: Run<Item, Result> = { total: items.length, results: [], failures: [], isOver: false }
    setRun(now)
    for (const item of items) {
      if (isStopped.current) break
      now = await withOneMore(now, item, work)
      setRun(now)
      if (failsForAll(now.failures.at(-1)?.error)) stop()
    }
    setRun({ ...now, isOver: true })
  }
  return { run, start, stop, clear: () => setRun(null) }
}

async function withOneMore<Item, Result>(
  run: Run<Item, Result>,
  item: Item,
  work: (item: Item) => Promise<Result>,
): Promise<Run<Item, Result>> {
  try {
    return { ...run, results: [...run.results, await work(item)] }
  } catch (error) {
    return { ...run, failures: [...run.failures, { item, error }] }
  }
}

export function doneOf({ results, failures }: Run<unknown, unknown>): number {
  return results.length + failures.length
}

function failsForAll(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 401)
}
