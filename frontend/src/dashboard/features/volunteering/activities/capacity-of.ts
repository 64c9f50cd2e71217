import type { ActivityOut } from '../volunteering-types'

/** Places over all shifts that are held; null when one of them takes as many as come. */
export function capacityOf({ shifts }: Pick<ActivityOut, 'shifts'>): number | null {
  const held = shifts.filter(({ state }) => state === 'open')
  if (held.length === 0 || held.some(({ capacity }) => capacity === null)) return null
  return held.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0)
}
