/** The leader's word for when it was; null: now. */
export interface Said {
  readonly at: string
  readonly reason: string
}

export type SaidFault = 'why_needed' | 'time_ahead'

const LATE_MS = 15 * 60_000

/** Why nothing can be marked at that time, if so. */
export function saidFault(said: Said | null, now: number): SaidFault | null {
  if (said === null) return null
  const since = now - Date.parse(said.at)
  if (since < 0) return 'time_ahead'
  return since > LATE_MS && said.reason.trim() === '' ? 'why_needed' : null
}
