import { searchOf } from '../../../app/search-params'
import type { Direction, DutyRoundState } from '../duty-types'

export const roundsSearch = searchOf('q', 'year', 'direction', 'state', 'sort')
export type RoundsSearch = ReturnType<typeof roundsSearch>

/** `from`: the round that is copied. */
export const newRoundSearch = searchOf('from')
export type NewRoundSearch = ReturnType<typeof newRoundSearch>

export const DIRECTIONS = ['upward', 'downward'] as const satisfies readonly Direction[]
export const ROUND_STATES = [
  'draft',
  'reporting',
  'appraising',
  'calculated',
  'published',
  'archived',
] as const satisfies readonly DutyRoundState[]

export function directionOf(text: string | undefined): Direction | undefined {
  return DIRECTIONS.find((direction) => direction === text)
}

export function roundStateOf(text: string | undefined): DutyRoundState | undefined {
  return ROUND_STATES.find((state) => state === text)
}

export function yearOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{4}$/.test(text) ? Number(text) : null
}
