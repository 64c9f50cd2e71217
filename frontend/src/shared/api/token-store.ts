export type SessionState = 'starting' | 'signed_out' | 'signed_in' | 'expired'

export interface SessionSnapshot {
  readonly state: SessionState
  /** The role assignment that the token speaks for; null until one is chosen. */
  readonly assignmentId: string | null
}

interface HeldToken {
  readonly accessToken: string
  readonly assignmentId: string | null
}

/** Holds the access token in memory and tells who listens; nothing of it reaches any storage. */
export function createTokenStore() {
  const listeners = new Set<() => void>()
  let token: string | null = null
  let snapshot: SessionSnapshot = { state: 'starting', assignmentId: null }

  const publish = (next: SessionSnapshot) => {
    snapshot = next
    for (const listener of listeners) listener()
  }

  return {
    token: () => token,
    snapshot: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    hold(held: HeldToken) {
      token = held.accessToken
      publish({ state: 'signed_in', assignmentId: held.assignmentId })
    },
    /** The page stays as it is; somebody signs in over it. The role is remembered for that. */
    expire() {
      token = null
      publish({ state: 'expired', assignmentId: snapshot.assignmentId })
    },
    drop() {
      token = null
      publish({ state: 'signed_out', assignmentId: null })
    },
  }
}

export type TokenStore = ReturnType<typeof createTokenStore>
