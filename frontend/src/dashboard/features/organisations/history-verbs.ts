/** The verb of what the history says was done: `organisation_change.approve` → `approve`. */
export function verbOf(action: string): string {
  return action.slice(action.lastIndexOf('.') + 1)
}
