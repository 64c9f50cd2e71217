import { useEffect, useRef, useState } from 'react'

export type SaveState =
  | { readonly kind: 'rest' | 'waiting' | 'running' }
  | { readonly kind: 'done'; readonly at: string }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface Autosave<Change extends object> {
  readonly state: SaveState
  /** What was just written; it is sent when typing has come to rest. */
  readonly change: (part: Change) => void
  /** Sends what is waiting now; fails when it could not be saved. */
  readonly flush: () => Promise<void>
}

const REST = 1000

/** Saves as somebody types: one request at a time, and what failed goes along with the next. */
export function useAutosave<Change extends object>(
  save: (change: Change) => Promise<unknown>,
): Autosave<Change> {
  const [state, setState] = useState<SaveState>({ kind: 'rest' })
  const [queue] = useState(() =>
    createQueue<Change>((next) => setState((now) => (isSame(now, next) ? now : next))),
  )
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    queue.use((change) => latest.current(change))
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.isWaiting()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      queue.flush().catch(() => undefined)
    }
  }, [queue])
  return { state, change: queue.change, flush: queue.flush }
}

function isSame(now: SaveState, next: SaveState): boolean {
  return now.kind === 'waiting' && next.kind === 'waiting'
}

function createQueue<Change extends object>(report: (state: SaveState) => void) {
  let send: (change: Change) => Promise<unknown> = () => Promise.resolve()
  let waiting: Change | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()

  const sendWaiting = async () => {
    clearTimeout(timer)
    if (waiting === null) return
    const sent = waiting
    waiting = null
    report({ kind: 'running' })
    try {
      await send(sent)
      report(waiting === null ? { kind: 'done', at: new Date().toISOString() } : { kind: 'waiting' })
    } catch (error) {
      const since: Change | null = waiting
      waiting = { ...sent, ...(since ?? {}) }
      report({ kind: 'failed', error })
      throw error
    }
  }
  const flush = (): Promise<void> => {
    const next = running.catch(() => undefined).then(sendWaiting)
    running = next
    return next
  }
  return {
    flush,
    change(part: Change) {
      waiting = waiting === null ? part : { ...waiting, ...part }
      report({ kind: 'waiting' })
      clearTimeout(timer)
      timer = setTimeout(() => void flush().catch(() => undefined), REST)
    },
    isWaiting: () => waiting !== null,
    use(sender: typeof send) {
      send = sender
    },
  }
}
