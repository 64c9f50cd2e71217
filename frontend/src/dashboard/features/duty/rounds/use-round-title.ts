import { useText } from '../../../i18n/use-text'
import type { Direction, DutyRoundOut } from '../duty-types'
import { roundsText } from './rounds-text'

/** What a round is called until somebody calls it otherwise: last year's title with this year in it. */
export function useRoundTitle() {
  const t = useText(roundsText)
  return (year: number, direction: Direction, source?: Pick<DutyRoundOut, 'title' | 'year'>): string => {
    const own = source?.title.replace(String(source.year), String(year))
    return own !== undefined && own !== source?.title ? own : t(`title_${direction}`, { year: String(year) })
  }
}
