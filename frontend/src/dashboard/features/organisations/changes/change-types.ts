import type { RecordBody, TreeItem } from '../organisation-types'

export const CHANGE_KINDS = ['create', 'rename', 'move', 'merge', 'split', 'dissolve', 'guidance'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export type ChangeState =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'applied'
  | 'returned'
  | 'rejected'
  | 'withdrawn'

export interface SplitPart {
  readonly name: string
  readonly short_name?: string | null
  readonly kind: string
  readonly child_ids: readonly string[]
  readonly member_ids: readonly string[]
}

/** Of all kinds together; `kind` says which are there. */
export interface ChangePayload {
  readonly kind?: string
  readonly name?: string
  readonly short_name?: string | null
  readonly code?: string | null
  readonly parent_id?: string
  readonly unit_id?: string | null
  readonly founded_on?: string | null
  readonly position?: number | null
  readonly into_id?: string
  readonly new?: readonly SplitPart[]
  readonly guide_id?: string
  readonly operation?: 'start' | 'end'
}

export interface ChangeRequest {
  readonly kind: ChangeKind
  readonly organisation_id: string
  readonly effective_on: string
  readonly reason: string
  readonly payload: ChangePayload
}

export interface Change extends RecordBody, ChangeRequest {
  readonly state: ChangeState
  readonly organisation_name: string
  readonly applied_at: string | null
  readonly created_organisation_id: string | null
  /** Why an approved change could not take effect on its date. */
  readonly obstacle: { readonly code: string; readonly title: string; readonly detail: string } | null
}

export interface Remark {
  readonly code: string
  readonly message: string
}

export interface Preview {
  readonly before: readonly TreeItem[]
  /** Empty while there are problems. */
  readonly after: readonly TreeItem[]
  readonly effects: readonly Remark[]
  readonly problems: readonly Remark[]
}
