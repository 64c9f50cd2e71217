import { type SearchParams, searchOf } from '../../../app/search-params'

export const auditSearch = searchOf(
  'q',
  'action',
  'subject_type',
  'subject_id',
  'actor_user_id',
  'organisation_id',
  'from',
  'to',
)
export type AuditSearch = SearchParams<
  'q' | 'action' | 'subject_type' | 'subject_id' | 'actor_user_id' | 'organisation_id' | 'from' | 'to'
>
