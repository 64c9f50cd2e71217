import type { Query } from '@/shared/api/json'
import { json } from '../app/api'
import { type ListPage, listQuery } from './list-query'

export interface HistoryEntry {
  readonly recorded_at: string
  readonly occurred_at: string
  readonly actor_label: string
  readonly actor_role: string | null
  readonly action: string
  readonly from_state: string | null
  readonly to_state: string | null
  readonly reason: string | null
  /** Entered `delay_minutes` after it happened. */
  readonly late: boolean
  readonly delay_minutes: number
}

/** `path` is the history of one record, like `/api/v1/organisations/{id}/history`. */
export function historyQuery(path: string) {
  return listQuery<HistoryEntry>(['history', path], ({ signal, ...page }) => {
    const query: Query = { ...page }
    return json.get<ListPage<HistoryEntry>>(path, { query, signal })
  })
}
