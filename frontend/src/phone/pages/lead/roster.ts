import type { QueueRow } from '../../queue/queue-row'
import type { Presence, RosterRow } from '../../volunteering-types'

export interface Filter {
  readonly q: string
  readonly presence: Presence | 'review' | 'all'
}

export interface PresentRow extends RosterRow {
  /** The mark that this phone still has to send. */
  readonly waiting: QueueRow | null
}

/** Somebody as the list says, with the last mark that has not reached the server. */
export function presentRow(person: RosterRow, marked: readonly QueueRow[]): PresentRow {
  const own = marked.filter(
    (row) => row.personId === person.person_id && row.shiftId === person.shift_id && row.state === 'pending',
  )
  const waiting = own[own.length - 1] ?? null
  if (waiting === null) return { ...person, waiting }
  return { ...person, waiting, presence: waiting.kind === 'entry' ? 'inside' : 'left' }
}

export function matches(person: PresentRow, { q, presence }: Filter): boolean {
  const isNamed = q.trim() === '' || person.name.includes(q.trim())
  if (presence === 'all') return isNamed
  return isNamed && (presence === 'review' ? person.needs_review : person.presence === presence)
}
