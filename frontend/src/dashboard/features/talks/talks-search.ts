import type { TalkKind, TalkState } from '@/shared/api/schema.gen'
import { type SearchParams, searchOf } from '../../app/search-params'

export const talksSearch = searchOf('q', 'kind', 'state', 'overdue', 'organisation_id', 'person_id', 'sort')
export type TalksSearch = SearchParams<
  'q' | 'kind' | 'state' | 'overdue' | 'organisation_id' | 'person_id' | 'sort'
>

/** What a new talk may be filled in with, from the page that leads to it. */
export const newTalkSearch = searchOf('kind', 'appointment_id', 'organisation_id', 'follows_id')
export type NewTalkSearch = SearchParams<'kind' | 'appointment_id' | 'organisation_id' | 'follows_id'>

export const KINDS: readonly TalkKind[] = ['appointment', 'reminder', 'inquiry', 'letter']

export const STATES: readonly TalkState[] = [
  'scheduled',
  'held',
  'acknowledged',
  'rectifying',
  'awaiting_verification',
  'closed',
  'cancelled',
]

export function kindOf(kind: string | undefined): TalkKind | null {
  return KINDS.find((each) => each === kind) ?? null
}

export function talkStateOf(state: string | undefined): TalkState | null {
  return STATES.find((each) => each === state) ?? null
}
