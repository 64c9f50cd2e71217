import { scannedCode } from '../scan/code-text'
import { queue } from './api'

/** A code that the phone's own scanner opened this page with, and when (this phone's clock, ms). */
export interface Launched {
  readonly code: string
  readonly shiftId: string
  readonly capturedAt: number
}

const listeners = new Set<() => void>()
let launched: Launched | null = null

function set(next: Launched | null) {
  launched = next
  for (const listener of listeners) listener()
}

export const launch = {
  snapshot: () => launched,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  done: () => set(null),
  /** Nobody is signed in: kept as an entry for whoever signs in next, which is most often what it is. */
  async storeUnclaimed({ code, shiftId, capturedAt }: Launched): Promise<void> {
    set(null)
    await queue.add({ kind: 'entry', ...scanOf({ code, shiftId, capturedAt }) }, null)
  },
}

export function scanOf({ code, shiftId, capturedAt }: Launched) {
  return {
    method: 'scan',
    code,
    shiftId,
    capturedAt,
    memberCode: null,
    personId: null,
    lateReason: null,
    saidAt: null,
  } as const
}

/** Takes the code out of the address, so that neither a reload nor a shared address uses it again. */
export function takeLaunchCode(): void {
  const { hash, pathname, search } = window.location
  if (!hash.startsWith('#c=')) return
  window.history.replaceState(null, '', `${pathname}${search}#/`)
  const scanned = scannedCode(hash.slice('#c='.length))
  if (scanned?.kind !== 'shift') return
  set({ code: scanned.code, shiftId: scanned.shiftId, capturedAt: Date.now() })
}
