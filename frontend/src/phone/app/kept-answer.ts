import { useCallback, useEffect } from 'react'
import { json, store } from './api'
import { orKept } from './or-kept'
import { useLoaded } from './use-loaded'
import { keptName } from './who'

/** An answer, and when this phone got it (its own clock, ms). */
export interface Kept<T> {
  readonly value: T
  readonly keptAt: number
  /** True where the network gave nothing new. */
  readonly isOld: boolean
}

type Ask<T> = (path: string, signal: AbortSignal) => Promise<T>

const ask = <T>(path: string, signal: AbortSignal) => json.get<T>(path, { signal })

/** The answer of `path` for the user who is here, also without a network. */
export async function keptAnswer<T>(path: string, signal: AbortSignal, how: Ask<T> = ask): Promise<Kept<T>> {
  const name = keptName(path)
  const opened = await store
  const asked = how(path, signal).then(async (value) => {
    const fresh = { value, keptAt: Date.now(), isOld: false }
    await opened.keep(name, { ...fresh, isOld: true })
    return fresh
  })
  return orKept(asked, opened.kept(name) as Promise<Kept<T> | undefined>)
}

/** The same for a page: asked anew when the network or the user comes back. */
export function useKeptAnswer<T>(path: string, how?: Ask<T>) {
  const load = useCallback((signal: AbortSignal) => keptAnswer<T>(path, signal, how), [path, how])
  const { loaded, reload } = useLoaded(load)
  useEffect(() => {
    const reloadIfSeen = () => {
      if (document.visibilityState === 'visible') reload()
    }
    window.addEventListener('online', reload)
    document.addEventListener('visibilitychange', reloadIfSeen)
    return () => {
      window.removeEventListener('online', reload)
      document.removeEventListener('visibilitychange', reloadIfSeen)
    }
  }, [reload])
  return { loaded, reload }
}
