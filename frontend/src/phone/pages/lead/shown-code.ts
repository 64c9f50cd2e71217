import type { CodeStepOut } from '@/shared/api/schema.gen'

export interface ShownCode {
  readonly code: string | null
  /** Whole seconds until the next one. */
  readonly restSeconds: number
  /** Whole minutes that the codes at hand last. */
  readonly restMinutes: number
}

/** The code of this moment (server's clock, ms) among those fetched ahead. */
export function shownCode(codes: readonly CodeStepOut[], now: number): ShownCode {
  const present = codes.find(
    ({ shown_from, shown_until }) => Date.parse(shown_from) <= now && now < Date.parse(shown_until),
  )
  const end = Math.max(0, ...codes.map(({ shown_until }) => Date.parse(shown_until)))
  return {
    code: present?.code ?? null,
    restSeconds: present === undefined ? 0 : Math.ceil((Date.parse(present.shown_until) - now) / 1000),
    restMinutes: Math.max(0, Math.floor((end - now) / 60_000)),
  }
}
