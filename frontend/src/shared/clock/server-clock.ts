export interface Exchange {
  /** Device's clock in ms, when the request left and when its answer was there. */
  readonly sentAt: number
  readonly receivedAt: number
  /** RFC 3339, as the server wrote it in between. */
  readonly serverTime: string
}

export interface OffsetSample {
  readonly offsetMs: number
  readonly roundTripMs: number
  /** Device's clock in ms. */
  readonly takenAt: number
}

export interface ServerClock {
  observe(exchange: Exchange): void
  /** What to add to the device's clock; null as long as nothing trustworthy is known. */
  offsetMs(): number | null
  /** The server's time in ms, or the device's own where no offset is known. */
  now(): number
  sample(): OffsetSample | null
  /** What an earlier visit of the page learned, as long as this one knows nothing better. */
  recall(sample: OffsetSample): void
}

const GOOD_FOR_MS = 10 * 60_000
const KNOWN_FOR_MS = 24 * 3_600_000
/** An answer that took longer says too little: half of it is the possible error. */
const WORST_ROUND_TRIP_MS = 10_000

/** Estimates how far the device's clock is from the server's; the shortest round trip is the best witness. */
export function createServerClock(now: () => number = Date.now): ServerClock {
  let best: OffsetSample | null = null

  const age = (sample: OffsetSample) => Math.abs(now() - sample.takenAt)
  const offsetMs = () => (best === null || age(best) > KNOWN_FOR_MS ? null : best.offsetMs)

  return {
    observe({ sentAt, receivedAt, serverTime }) {
      const roundTripMs = receivedAt - sentAt
      const middle = sentAt + roundTripMs / 2
      const offset = Math.round(Date.parse(serverTime) - middle)
      const isUsable = roundTripMs >= 0 && roundTripMs <= WORST_ROUND_TRIP_MS && Number.isFinite(offset)
      if (!isUsable) return
      const isBetter = best === null || age(best) > GOOD_FOR_MS || roundTripMs <= best.roundTripMs
      if (isBetter) best = { offsetMs: offset, roundTripMs, takenAt: receivedAt }
    },
    offsetMs,
    now: () => now() + (offsetMs() ?? 0),
    sample: () => best,
    recall(sample) {
      best ??= sample
    },
  }
}
