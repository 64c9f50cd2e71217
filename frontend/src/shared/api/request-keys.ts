import { uuid } from '../id/uuid'

/**
 * The `Idempotency-Key` of each POST. A request whose outcome is unknown (no answer, server fault) keeps its key,
 * so that the same content sent again is counted once; after a definite answer the next one gets a new key.
 */
export function createRequestKeys(newKey: () => string = uuid) {
  const open = new Map<string, string>()
  return {
    keyFor(fingerprint: string): string {
      const key = open.get(fingerprint) ?? newKey()
      open.set(fingerprint, key)
      return key
    },
    settle(fingerprint: string): void {
      open.delete(fingerprint)
    },
  }
}
