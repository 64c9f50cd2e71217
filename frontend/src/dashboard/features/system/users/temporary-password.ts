/** Without letters and digits that look alike when read aloud or written down. */
const SETS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789', '#%+=@'] as const
const LENGTH = 14

/**
 * A random password of 14 characters with at least one of each kind. A letter comes first, lest a spreadsheet
 * take it for a formula.
 */
export function temporaryPassword(): string {
  const [capitals, letters] = SETS
  const every = SETS.join('')
  const others = Array.from({ length: LENGTH - 1 - SETS.length }, () => pick(every))
  return pick(capitals + letters) + shuffled([...SETS.map(pick), ...others]).join('')
}

function pick(set: string): string {
  return set.charAt(below(set.length))
}

function shuffled(items: readonly string[]): readonly string[] {
  return items
    .map((item) => ({ item, order: below(2 ** 32) }))
    .sort((one, other) => one.order - other.order)
    .map(({ item }) => item)
}

/** A whole number from 0 to `limit` - 1, each as likely as the others. */
function below(limit: number): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  const fair = 2 ** 32 - (2 ** 32 % limit)
  return value < fair ? value % limit : below(limit)
}
