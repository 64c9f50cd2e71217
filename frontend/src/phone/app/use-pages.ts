import { useCallback, useState } from 'react'
import { json } from './api'
import { useLoaded } from './use-loaded'
import { useSending } from './use-sending'

interface Page<T> {
  readonly items: readonly T[]
  readonly next_cursor: string | null
}

/** A list by pages: the first at once, the next ones when they are asked for. */
export function usePages<T>(path: string) {
  const load = useCallback(
    async (signal: AbortSignal) => {
      const page = await json.get<Page<T>>(path, { signal })
      return { page, at: Date.now() }
    },
    [path],
  )
  const { loaded, reload } = useLoaded(load)
  const [further, setFurther] = useState<readonly Page<T>[]>([])
  const { isBusy, failure, send } = useSending()
  const pages = loaded.state === 'ready' ? [loaded.value.page, ...further] : []
  const cursor = pages[pages.length - 1]?.next_cursor ?? null
  const more = () =>
    send(async () => {
      const sign = path.includes('?') ? '&' : '?'
      const next = await json.get<Page<T>>(`${path}${sign}cursor=${encodeURIComponent(cursor ?? '')}`)
      setFurther((before) => [...before, next])
    })
  const startAnew = useCallback(() => {
    setFurther([])
    reload()
  }, [reload])
  return {
    loaded,
    items: pages.flatMap(({ items }) => items),
    /** When the first page came (this phone's clock, ms). */
    loadedAt: loaded.state === 'ready' ? loaded.value.at : 0,
    isLong: further.length > 0,
    hasMore: cursor !== null,
    more: () => void more(),
    isBusy,
    failure,
    reload: startAnew,
  }
}
