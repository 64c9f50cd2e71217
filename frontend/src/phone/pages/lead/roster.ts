import type { Presence, RosterLineOut } from '@/shared/api/schema.gen'
import type { QueueRow } from '../../queue/queue-row'

export interface Filter {
  readonly q: string
  readonly presence: Presence | 'review' | 'all'
}

export interface PresentRow extends RosterLineOut {
  /** The mark that this phone still has to send. */
  readonly waiting: QueueRow | null
}

/** Somebody as the list of `loadedAt` (this phone's clock, ms) says, with the marks made since. */
export function presentRow(person: RosterLineOut, marked: readonly QueueRow[], loadedAt: number): PresentRow {
  const own = marked.filter(
    (row) =>
      row.personId === person.person_id &&
      row.shiftId === person.shift_id &&
      (row.state === 'pending' || (row.outcome === 'accepted' && (row.settledAt ?? 0) > loadedAt)),
  )
  const last = own[own.length - 1]
  if (last === undefined) return { ...person, waiting: null }
  const waiting = last.state === 'pending' ? last : null
  return { ...person, waiting, presence: last.kind === 'entry' ? 'inside' : 'left' }
}

export function matches(person: PresentRow, { q, presence }: Filter): boolean {
  const isNamed = q.trim() === '' || person.name.includes(q.trim())
  if (presence === 'all') return isNamed
  return isNamed && (presence === 'review' ? person.needs_review : person.presence === presence)
}
