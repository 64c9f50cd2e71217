import { uuid } from '@/shared/id/uuid'
import { type Settlement, settlementOfFailure } from './outcome'
import type { PhoneStore } from './queue-db'
import type { Capture, QueueRow } from './queue-row'

export interface QueueSnapshot {
  /** In the order in which they were made. */
  readonly rows: readonly QueueRow[]
  /** The server no longer knows who sends: the rows wait for a new sign-in. */
  readonly needsSignIn: boolean
}

/** Sends rows of one user; answers for each by its id, throws where none was answered. */
export type Upload = (rows: readonly QueueRow[]) => Promise<ReadonlyMap<string, Settlement>>

interface QueueOptions {
  readonly store: Promise<PhoneStore>
  readonly upload: Upload
  readonly offsetMs: () => number | null
  readonly now?: () => number
  readonly monotonic?: () => number
  /** Lets one tab at a time send. Absent in old webviews: the nonce still protects. */
  readonly locks?: Pick<LockManager, 'request'> | undefined
}

const LOCK = 'gongwei.check-ins'
const MOST_AT_ONCE = 500
const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 5 * 60_000
const KEPT_DONE_MS = 7 * 24 * 3_600_000
/** A scan before signing in belongs to whoever signs in within this time. */
const UNCLAIMED_MS = 15 * 60_000

export function backOffMs(tries: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS)
}

export type CheckInQueue = ReturnType<typeof createCheckInQueue>

/** Keeps check-ins until the server has answered for each: stored first, sent after, in order. */
export function createCheckInQueue({
  store,
  upload,
  offsetMs,
  now = Date.now,
  monotonic = () => performance.now(),
  locks,
}: QueueOptions) {
  const listeners = new Set<() => void>()
  let snapshot: QueueSnapshot = { rows: [], needsSignIn: false }
  let userId: string | null = null
  /** One after the other: what is added while another one sends is sent by the next. */
  let running: Promise<void> = Promise.resolve()

  const refresh = async (change: Partial<QueueSnapshot> = {}) => {
    const rows = [...(await (await store).rows())].sort((one, other) => one.deviceSeq - other.deviceSeq)
    snapshot = { ...snapshot, ...change, rows }
    for (const listener of listeners) listener()
  }

  const change = async (row: QueueRow, part: Partial<QueueRow>) => (await store).put({ ...row, ...part })

  const settle = async (row: QueueRow, settlement: Settlement) => {
    if (settlement.state === 'sign_in') return
    if (settlement.state === 'pending') {
      const wait = Math.max(backOffMs(row.tries), (settlement.retryAfterSeconds ?? 0) * 1000)
      await change(row, { tries: row.tries + 1, nextTryAt: now() + wait })
      return
    }
    await change(row, { ...settlement, settledAt: now(), isSeen: settlement.state === 'done' })
  }

  /** What goes next; nothing while the first of them waits, so that the order stays. */
  const nextRows = (wait: Waiting): readonly QueueRow[] => {
    const waiting = snapshot.rows.filter((row) => row.state === 'pending' && row.userId === userId)
    const head = waiting[0]
    if (userId === null || head === undefined) return []
    return wait === 'respect' && head.nextTryAt > now() ? [] : waiting.slice(0, MOST_AT_ONCE)
  }

  /** True when the first of them was answered for good; the rest may have been, too. */
  const sendOnce = async (rows: readonly QueueRow[]): Promise<boolean> => {
    const [head] = rows
    if (head === undefined) return false
    const answers = await upload(rows).catch((error) => new Map([[head.id, settlementOfFailure(error)]]))
    for (const row of rows) {
      const answer = answers.get(row.id)
      if (answer !== undefined) await settle(row, answer)
    }
    const needsSignIn = [...answers.values()].some(({ state }) => state === 'sign_in')
    await refresh({ needsSignIn })
    const first = answers.get(head.id)?.state
    return first === 'done' || first === 'refused'
  }

  const drain = async (wait: Waiting) => {
    await refresh()
    while (await sendOnce(nextRows(wait))) {
      // Goes on until nothing is left or the first one has to wait: the order stays.
    }
  }

  const exclusively = (work: () => Promise<void>) => (locks ? locks.request(LOCK, work) : work())

  const queue = {
    snapshot: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** From now on rows are sent as this user; null: nobody is signed in, all of them wait. */
    async speakAs(nextUserId: string | null): Promise<void> {
      userId = nextUserId
      await refresh({ needsSignIn: false })
      if (nextUserId === null) return
      for (const row of snapshot.rows.filter((each) => each.userId === null && each.state === 'pending')) {
        if (now() - row.capturedAt <= UNCLAIMED_MS) await change(row, { userId: nextUserId })
        else await change(row, { state: 'refused', reason: 'not_signed_in', settledAt: now() })
      }
      await queue.flush({ wait: 'ignore' })
    },
    /** Stored when the promise is fulfilled; sending goes on by itself. */
    async add(capture: Capture, owner: string | null): Promise<QueueRow> {
      const row = await (await store).add({
        ...capture,
        id: uuid(),
        userId: owner,
        monotonicMs: Math.round(monotonic()),
        serverOffsetMs: offsetMs(),
        state: 'pending',
        tries: 0,
        nextTryAt: 0,
        outcome: null,
        reason: null,
        countedAt: null,
        settledAt: null,
        isSeen: false,
      })
      await refresh()
      void queue.flush({ wait: 'respect' })
      return row
    },
    /** Sends what waits; `ignore` forgets the back-off: the network has just come back. */
    flush({ wait }: { readonly wait: Waiting }): Promise<void> {
      const run = () => exclusively(() => drain(wait))
      running = running.then(run, run)
      return running
    },
    /** The user has read the refusals: they need no longer be kept. */
    async markSeen(): Promise<void> {
      const unseen = snapshot.rows.filter((row) => row.state === 'refused' && !row.isSeen)
      for (const row of unseen) await change(row, { isSeen: true })
      if (unseen.length > 0) await refresh()
    },
    /** Drops answered rows after a week, refusals only once they were seen. */
    async prune(): Promise<void> {
      for (const row of await (await store).rows()) {
        const isOld = row.settledAt !== null && now() - row.settledAt > KEPT_DONE_MS
        if (isOld && row.isSeen && row.state !== 'pending') await (await store).remove(row.id)
      }
      await refresh()
    },
  }
  return queue
}

export type Waiting = 'respect' | 'ignore'
