export interface Change {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  /** Changed, but its value is never kept. */
  readonly isHidden: boolean
}

/** The columns of an entry's `changes`, by name. */
export function changesOf(changes: Readonly<Record<string, unknown>>): readonly Change[] {
  return Object.entries(changes)
    .map(([field, change]) => {
      const parts: { before?: unknown; after?: unknown; hidden?: unknown } =
        typeof change === 'object' && change !== null ? change : {}
      return { field, before: parts.before, after: parts.after, isHidden: parts.hidden === true }
    })
    .sort((one, other) => one.field.localeCompare(other.field))
}
