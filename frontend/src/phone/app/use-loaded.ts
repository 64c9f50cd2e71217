import { useCallback, useEffect, useState } from 'react'
import { isAbort } from '@/shared/api/http'
import { ApiError } from '@/shared/api/problem'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly value: T }

/** What `load` answers, anew at every `reload`. `load` keeps its identity (a module's function or `useCallback`). */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>) {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round loads again
  useEffect(() => {
    const ending = new AbortController()
    const run = async () => {
      try {
        setLoaded({ state: 'ready', value: await load(ending.signal) })
      } catch (error) {
        if (isAbort(error) || ending.signal.aborted) return
        setLoaded((before) => (keepsShowing(before, error) ? before : { state: 'failed', error }))
      }
    }
    void run()
    return () => ending.abort()
  }, [load, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { loaded, reload }
}

/** What was there stays on the screen when asking for it again meets no network. */
function keepsShowing(before: Loaded<unknown>, error: unknown): boolean {
  return before.state === 'ready' && error instanceof ApiError && error.retryable
}
