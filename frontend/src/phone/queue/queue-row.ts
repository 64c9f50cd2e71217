import type { CheckInIn, CheckInMethod, CheckInType } from '@/shared/api/schema.gen'
import { scannedCode, shownAt } from '../scan/code-text'

export type Outcome = 'accepted' | 'duplicate' | 'needs_review'

/** What somebody did; everything that is known when it was scanned or marked, opaque codes only. */
export interface Capture {
  readonly kind: CheckInType
  readonly method: CheckInMethod
  readonly shiftId: string
  /** The rotating code of a scan. */
  readonly code: string | null
  readonly memberCode: string | null
  readonly personId: string | null
  /** Why a list entry comes more than a quarter of an hour late. */
  readonly lateReason: string | null
  /** The leader's word for when it happened; null: just now. */
  readonly saidAt: string | null
  /** When the device saw it, in ms of its own clock. */
  readonly capturedAt: number
}

export interface QueueRow extends Capture {
  /** The nonce: made at the scan, the same in every try. */
  readonly id: string
  /** Whose record it is; null until somebody signs in. It is uploaded only as that user. */
  readonly userId: string | null
  readonly deviceSeq: number
  /** `performance.now()`; comparable within one life of the page. */
  readonly monotonicMs: number
  readonly serverOffsetMs: number | null
  readonly state: 'pending' | 'done' | 'refused'
  readonly tries: number
  /** Device's clock in ms before which nothing is sent by itself. */
  readonly nextTryAt: number
  readonly outcome: Outcome | null
  /** The server's code of a refusal. */
  readonly reason: string | null
  /** The moment that the server counts. */
  readonly countedAt: string | null
  readonly settledAt: number | null
  readonly isSeen: boolean
}

/** The moment that a row is about, as far as this phone knows it: a scanned code brings its own. */
export function occurredAt(row: QueueRow): string {
  const scanned = row.code === null ? null : scannedCode(row.code)
  if (scanned?.kind === 'shift') return shownAt(scanned.step)
  return row.saidAt ?? new Date(row.capturedAt + (row.serverOffsetMs ?? 0)).toISOString()
}

/** A clock that lost its date (the battery was out) has nothing to say. */
const FURTHEST_OFF_MS = 365 * 24 * 3_600_000
const EARLIEST = Date.UTC(2020, 0)

function deviceClock({ capturedAt, serverOffsetMs }: QueueRow): Partial<CheckInIn> {
  if (capturedAt < EARLIEST || Math.abs(serverOffsetMs ?? 0) > FURTHEST_OFF_MS) return {}
  return {
    captured_at: new Date(capturedAt).toISOString(),
    ...(serverOffsetMs !== null && { server_offset_ms: serverOffsetMs }),
  }
}

/** The body of every try: the same bytes each time, for the server compares them. */
export function checkInOf(row: QueueRow): CheckInIn {
  return {
    ...(row.code === null ? { shift_id: row.shiftId } : { code: row.code }),
    ...(row.memberCode !== null && { member_code: row.memberCode }),
    ...(row.personId !== null && { person_id: row.personId }),
    ...(row.lateReason !== null && { reason: row.lateReason }),
    type: row.kind,
    method: row.method,
    occurred_at: occurredAt(row),
    nonce: row.id,
    ...deviceClock(row),
    device_seq: row.deviceSeq,
  }
}
