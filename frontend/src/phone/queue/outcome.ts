import { ApiError } from '@/shared/api/problem'
import type { BatchItemOut, CheckInOut } from '@/shared/api/schema.gen'
import type { QueueRow } from './queue-row'

/** What an answer makes of a row. */
export type Settlement =
  | (Pick<QueueRow, 'outcome' | 'reason' | 'countedAt'> & { readonly state: 'done' | 'refused' })
  | { readonly state: 'pending'; readonly retryAfterSeconds?: number | undefined }
  | { readonly state: 'sign_in' }

export function settlementOfCheckIn({ state, occurred_at }: CheckInOut): Settlement {
  const outcome = state === 'needs_review' ? 'needs_review' : 'accepted'
  return { state: 'done', outcome, reason: null, countedAt: occurred_at }
}

/** Anything that is no definite answer keeps the row waiting: a dead network, a time limit, a busy server. */
export function settlementOfFailure(error: unknown): Settlement {
  if (!(error instanceof ApiError)) return { state: 'pending' }
  if (error.status === 401) return { state: 'sign_in' }
  if (error.retryable) return { state: 'pending', retryAfterSeconds: error.retryAfterSeconds }
  return refusal(error.code)
}

export function settlementOfItem(item: BatchItemOut | undefined): Settlement {
  if (item === undefined) return { state: 'pending' }
  if (item.check_in !== null) return settlementOfCheckIn(item.check_in)
  return settlementOfFailure(new ApiError({ status: item.status, code: item.problem?.code ?? 'unknown' }))
}

function refusal(code: string): Settlement {
  if (code === 'idempotency_in_progress') return { state: 'pending' }
  // What is there already is no fault of anybody: it is said, and not counted twice.
  if (code === 'already_checked_in') {
    return { state: 'done', outcome: 'duplicate', reason: code, countedAt: null }
  }
  return { state: 'refused', outcome: null, reason: code, countedAt: null }
}
