import { useFormat } from '../../../app/use-format'
import type { RosterMark, RosterPair } from '../volunteering-types'

/** In and out of each pair; a dash where one of them is missing. */
export function RosterTimes({ pairs }: { readonly pairs: readonly RosterPair[] }) {
  const format = useFormat()
  if (pairs.length === 0) return <span className="soft">—</span>
  const time = (mark: RosterMark | null) => (mark === null ? '…' : format.time(mark.occurred_at))
  return pairs.map(({ entry, exit }) => `${time(entry)}–${time(exit)}`).join(' · ')
}
