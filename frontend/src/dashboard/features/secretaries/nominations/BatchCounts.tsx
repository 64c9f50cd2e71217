import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { Batch } from '../secretary-types'
import { CLOSED_STATES, OPEN_STATES } from './nominations-search'
import { nominationStatesText } from './nominations-text'

/** How many nominees stand at which step, in the order of the way. */
export function BatchCounts({ counts }: Pick<Batch, 'counts'>) {
  const states = useText(nominationStatesText)
  const format = useFormat()
  const parts = [...OPEN_STATES, ...CLOSED_STATES].flatMap((state) => {
    const count = counts[state] ?? 0
    return count === 0 ? [] : [`${states(state)} ${format.number(count)}`]
  })
  return <span className="numeric">{parts.join(' · ')}</span>
}
