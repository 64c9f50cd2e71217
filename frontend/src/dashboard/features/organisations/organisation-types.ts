/** Bodies of the organisations' part of the API. */
import type { TreeItem } from '../../components/organisation-options-query'

export type { TreeItem }

/** What every single record answers with. */
export interface RecordBody {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly allowed_actions: readonly string[]
  readonly created_at: string
  readonly updated_at: string
}

export interface Organisation extends RecordBody {
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly short_name: string
  readonly parent_id: string | null
  readonly unit_id: string | null
  readonly founded_on: string | null
  readonly status: string
  readonly position: number
  readonly depth: number
  readonly has_children: boolean
  readonly dissolved_on: string | null
  /** From the top of the reader's subtree down. */
  readonly ancestor_names: readonly string[]
}

export interface Tree {
  readonly as_of: string
  /** Flat and pre-order, siblings in protocol order. */
  readonly items: readonly TreeItem[]
}

export interface MemberCounts {
  readonly organisation_id: string
  readonly members: number
  readonly in_service: number
  readonly retired: number
}

export interface Level {
  readonly total: number
  readonly by_kind: Readonly<Record<string, number>>
}

export interface Band {
  readonly code: string
  readonly label: string
  readonly in_service: number
  readonly retired: number
}

export interface MembersSummary {
  readonly total: number
  readonly in_service: number
  readonly retired: number
  readonly full: number
  readonly probationary: number
  readonly women: number
  readonly minority: number
  readonly in_service_under_45: number
  readonly in_service_with_degree: number
  readonly age_bands: readonly Band[]
  readonly education: readonly Band[]
}

export interface SecretariesSummary {
  readonly full_time: number
  readonly part_time: number
  readonly vacant: number
}

export interface TermsSummary {
  readonly serving: number
  readonly due_soon: number
  readonly overdue: number
}

export interface Summary {
  readonly as_of: string
  readonly organisations: Level & {
    readonly second_level: Level
    readonly third_level: Level
    /** More members than this make a second-level organisation large. */
    readonly large_threshold: number
    readonly large: number
  }
  readonly members: MembersSummary
  readonly secretaries: SecretariesSummary
  readonly terms: TermsSummary
}

export type AdviceSeverity = 'notice' | 'warning' | 'overdue'

export interface Advice {
  readonly code: string
  readonly severity: AdviceSeverity
  readonly title: string
  readonly detail: string
  readonly article: { readonly document: string; readonly article: string; readonly text: string }
}

export interface TimelineItem {
  readonly on: string
  readonly kind: string
  readonly title: string
  readonly detail: string
  readonly change_id: string | null
}

export interface Edge {
  readonly id: string
  readonly kind: 'leadership' | 'guidance'
  readonly parent_id: string
  readonly parent_name: string
  readonly child_id: string
  readonly child_name: string
  readonly valid_from: string
  readonly valid_to: string | null
}

export interface Secretary {
  readonly id: string
  readonly person_id: string
  readonly name: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly post: string
  readonly full_time: boolean
  readonly from_on: string
  readonly to_on: string | null
  readonly state: string
}

export interface Unit extends RecordBody {
  readonly name: string
  readonly short_name: string
  readonly credit_code: string | null
  readonly organisation_id: string
}

export interface Term extends RecordBody {
  readonly organisation_id: string
  readonly organisation_name?: string
  readonly number: number
  readonly elected_on: string
  readonly ends_on: string
  readonly years: number
  readonly due_soon: boolean
  readonly overdue: boolean
}
