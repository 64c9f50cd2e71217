import type { JsonClient } from '@/shared/api/json'
import { ApiError } from '@/shared/api/problem'
import type { BatchOut, CheckInOut } from '@/shared/api/schema.gen'
import type { Upload } from './check-in-queue'
import { type Settlement, settlementOfCheckIn, settlementOfFailure, settlementOfItem } from './outcome'
import { checkInOf, type QueueRow } from './queue-row'

/** A network that neither answers nor fails must not hold the queue for ever. */
const TIME_LIMIT_MS = 20_000

type OnAnswer = (id: string, checkIn: CheckInOut) => void

/** Sends one row by itself, several as a batch with an answer for each. */
export function createUpload(json: JsonClient, onAnswer: OnAnswer = () => undefined): Upload {
  const one = async (row: QueueRow): Promise<Settlement> => {
    try {
      const answer = await limited((signal) =>
        json.post<CheckInOut>('/api/v1/check-ins', checkInOf(row), { key: row.id, signal }),
      )
      onAnswer(row.id, answer)
      return settlementOfCheckIn(answer)
    } catch (error) {
      return settlementOfFailure(error)
    }
  }

  const batch = async (rows: readonly QueueRow[]) => {
    const body = { items: rows.map(checkInOf) }
    const { items } = await limited((signal) =>
      json.post<BatchOut>('/api/v1/check-in-batches', body, { signal }),
    )
    for (const { nonce, check_in } of items) if (check_in !== null) onAnswer(nonce, check_in)
    const byNonce = new Map(items.map((item) => [item.nonce, item]))
    return new Map(rows.map(({ id }) => [id, settlementOfItem(byNonce.get(id))]))
  }

  return async (rows) => {
    const [head] = rows
    if (head === undefined) return new Map()
    const answers = rows.length > 1 ? await batch(rows).catch(unlessRefused) : null
    // A refused batch says nothing about its rows: the first goes alone.
    return answers ?? new Map([[head.id, await one(head)]])
  }
}

function unlessRefused(error: unknown): null {
  if (isRefusal(error)) return null
  throw error
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && !error.retryable && error.status !== 401
}

async function limited<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), TIME_LIMIT_MS)
  try {
    return await work(ending.signal)
  } finally {
    clearTimeout(timer)
  }
}
