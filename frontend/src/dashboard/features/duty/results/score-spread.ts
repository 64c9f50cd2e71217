import type { SpreadOut } from '@/shared/api/schema.gen'

/** Fewer do not make a class. */
const FEWEST = 5

/** The same places as the scores have. */
const placesOf = (score: string | undefined) => score?.split('.')[1]?.length ?? 0

/** The lowest, the quartiles and the highest of scores, between the nearest two in proportion; null for few. */
export function spreadOf(scores: readonly string[]): SpreadOut | null {
  if (scores.length < FEWEST) return null
  const ordered = scores.map(Number).sort((one, other) => one - other)
  const places = placesOf(scores[0])
  const at = (share: number) => quantile(ordered, share).toFixed(places)
  return {
    n: ordered.length,
    lowest: at(0),
    lower_quartile: at(0.25),
    median: at(0.5),
    upper_quartile: at(0.75),
    highest: at(1),
  }
}

function quantile(ordered: readonly number[], share: number): number {
  const place = share * (ordered.length - 1)
  const below = Math.floor(place)
  const low = ordered[below] ?? 0
  const high = ordered[below + 1] ?? low
  return low + (place - below) * (high - low)
}
