import { useEffect } from 'react'

/** Calls `act` every so many ms while the page is seen. `act` keeps its identity. */
export function useEvery(ms: number, act: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') act()
    }, ms)
    return () => clearInterval(timer)
  }, [ms, act])
}
