import { queue, recallClock } from './api'
import { takeLaunchCode } from './launch-code'
import { confirmWho } from './who'

const EVERY_MS = 15_000

/** What goes on beside the pages: records are sent, a code in the address is taken, a lost session found. */
export function startPhone(): void {
  takeLaunchCode()
  window.addEventListener('hashchange', takeLaunchCode)
  void recallClock()
  void queue.prune()

  const goOn = (wait: 'respect' | 'ignore') => {
    void confirmWho().catch(() => null)
    void queue.flush({ wait })
  }
  const isVisible = () => document.visibilityState === 'visible'
  window.addEventListener('online', () => goOn('ignore'))
  document.addEventListener('visibilitychange', () => {
    if (isVisible()) goOn('respect')
  })
  setInterval(() => {
    if (isVisible()) goOn('respect')
  }, EVERY_MS)
}
