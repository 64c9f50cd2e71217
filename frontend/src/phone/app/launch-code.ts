import type { CheckInType } from '@/shared/api/schema.gen'
import { scannedCode } from '../scan/code-text'
import { queue } from './api'

/** A shift's code that was scanned, by this page or by the phone's own scanner that opened it. */
export interface Launched {
  readonly code: string
  readonly shiftId: string
  /** This phone's clock, ms. */
  readonly capturedAt: number
  /** What it is meant for, where the member has said so. */
  readonly kind: CheckInType | null
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
  begin: (next: Launched) => set(next),
  done: () => set(null),
  /** Nobody is signed in: kept as an entry for whoever signs in next, which is most often what it is. */
  async storeUnclaimed(unclaimed: Launched): Promise<void> {
    set(null)
    await queue.add({ kind: 'entry', ...scanOf(unclaimed) }, null)
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
  if (!hash.startsWith('#c=')) {
    set(null)
    return
  }
  window.history.replaceState(null, '', `${pathname}${search}#/`)
  const scanned = scannedCode(hash.slice('#c='.length))
  if (scanned?.kind !== 'shift') return
  set({ code: scanned.code, shiftId: scanned.shiftId, capturedAt: Date.now(), kind: null })
}
