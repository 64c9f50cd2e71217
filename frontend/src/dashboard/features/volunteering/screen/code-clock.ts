import type { ShiftCodeOut, ShownCode } from '../volunteering-types'

/** A code as it was fetched, and how far this device's clock is from the server's, in milliseconds. */
export interface FetchedCode extends ShiftCodeOut {
  readonly offset: number
  readonly fetchedAt: number
}

/** Half of the round trip is taken off: the server's clock was read somewhere in its middle. */
export function fetchedCode(answer: ShiftCodeOut, askedAt: number, answeredAt: number): FetchedCode {
  const middle = askedAt + (answeredAt - askedAt) / 2
  return { ...answer, offset: Date.parse(answer.server_time) - middle, fetchedAt: answeredAt }
}

export interface CodeNow {
  readonly code: ShownCode
  /** Whole seconds until the next code takes its place. */
  readonly rest: number
  /** From 1 to 0 while it is shown. */
  readonly share: number
}

/** The code to show at `now` of this device's clock; null once those fetched are used up. */
export function codeNow(
  { codes, offset }: Pick<FetchedCode, 'codes' | 'offset'>,
  now: number,
): CodeNow | null {
  const at = now + offset
  const code = codes.find(
    ({ shown_from, shown_until }) => Date.parse(shown_from) <= at && at < Date.parse(shown_until),
  )
  if (code === undefined) return null
  const left = Date.parse(code.shown_until) - at
  const whole = Date.parse(code.shown_until) - Date.parse(code.shown_from)
  return { code, rest: Math.ceil(left / 1000), share: left / whole }
}

/** Whole minutes for which the codes fetched so far last. */
export function minutesLeft({ codes, offset }: Pick<FetchedCode, 'codes' | 'offset'>, now: number): number {
  const last = codes.at(-1)
  if (last === undefined) return 0
  return Math.max(0, Math.floor((Date.parse(last.shown_until) - now - offset) / 60_000))
}
