import { uuid } from '../id/uuid'

export type TryStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const PLACE = 'gongwei.refresh-try'

/**
 * The name under which the refresh cookie is being traded. A page that is left before the answer came finds the
 * name again and repeats its own try; without it the server takes the second use of a cookie for a theft.
 * Tabs share it, so that two that refresh at once are one try. Where nothing can be stored it lives with the page.
 */
export function createRefreshTries(storage: TryStorage | null, newName: () => string = uuid) {
  let held: string | null = null
  return {
    name(): string {
      held = quietly(() => storage?.getItem(PLACE)) ?? held ?? newName()
      quietly(() => storage?.setItem(PLACE, held ?? ''))
      return held
    },
    answered(): void {
      held = null
      quietly(() => storage?.removeItem(PLACE))
    },
  }
}

/** Some browsers forbid storage to a page, or have none left. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
