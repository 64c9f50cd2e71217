import { useEffect, useState } from 'react'
import type { RevealedOut } from '@/shared/api/schema.gen'
import { useRevealNumbers } from './members-query'

const SHOWN_FOR = 60_000

interface Shown {
  readonly numbers: RevealedOut
  readonly until: number
}

/** Full numbers for one minute; afterwards nothing of them is left on the page. */
export function useRevealed(id: string) {
  const reveal = useRevealNumbers(id)
  const [shown, setShown] = useState<Shown | null>(null)
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (shown === null) return
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= shown.until) setShown(null)
    }, 1000)
    return () => clearInterval(timer)
  }, [shown])
  return {
    numbers: shown?.numbers ?? null,
    secondsLeft: shown === null ? 0 : Math.max(0, Math.ceil((shown.until - now) / 1000)),
    async reveal(reason: string) {
      const numbers = await reveal.mutateAsync(reason)
      setNow(Date.now())
      setShown({ numbers, until: Date.now() + SHOWN_FOR })
    },
    hide: () => setShown(null),
  }
}
