import type { HomeChange } from '@/shared/api/session-types'

export interface ChangeGroup {
  readonly first: HomeChange
  /** How many records of one kind the same person changed in the same way within a minute. */
  readonly count: number
}

const TO_THE_MINUTE = '2026-11-22T10:00'.length

const actOf = ({ recorded_at, actor_label, action, subject_type }: HomeChange) =>
  [recorded_at.slice(0, TO_THE_MINUTE), actor_label, action, subject_type].join(' ')

/** One line for what was done to many records at once, as an import does. */
export function groupChanges(changes: readonly HomeChange[]): readonly ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>()
  for (const change of changes) {
    const before = groups.get(actOf(change))
    groups.set(actOf(change), { first: before?.first ?? change, count: (before?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}
