/** Bodies of the secretaries' part of the API, by the names that the pages use. */

interface Resource {
  readonly id: string
  readonly version: number
  readonly allowed_actions: readonly string[]
  readonly created_at: string
  readonly updated_at: string
}

export type Post = 'secretary' | 'deputy_secretary' | 'full_time_deputy_secretary'
export type AppointmentState = 'in_office' | 'end_requested' | 'end_agreed' | 'ended'
export type AppointmentAction = 'request_end' | 'withdraw' | 'consent' | 'refuse' | 'end'
export type EndCause = 'term_ended' | 'transferred' | 'retired' | 'resigned' | 'removed' | 'other'

export interface Secretary extends Resource {
  readonly state: AppointmentState
  readonly person_id: string
  readonly name: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly post: Post
  readonly full_time: boolean
  readonly duty_title: string | null
  readonly from_on: string
  readonly to_on: string | null
  readonly nomination_id: string | null
  readonly end_cause: EndCause | null
  readonly consent_on: string | null
  readonly consent_note: string | null
  readonly late_reason: string | null
  readonly term_ends_on: string | null
  readonly talk_due_on: string | null
}

export interface SecretaryIn {
  readonly organisation_id: string
  readonly person_id: string
  readonly post: Post
  readonly full_time?: boolean
  readonly duty_title?: string | null
  readonly from_on: string
  readonly to_on?: string | null
  readonly late_reason: string
}

export interface SecretaryChange {
  readonly full_time?: boolean
  readonly duty_title?: string | null
}

export interface AppointmentAct {
  readonly reason?: string | null
  readonly on?: string | null
  readonly cause?: EndCause | null
  readonly consent_on?: string | null
  readonly consent_note?: string | null
}

export interface Vacancy {
  readonly organisation_id: string
  readonly organisation_name: string
  readonly kind: string
  readonly since: string | null
}

export type NominationState =
  | 'draft'
  | 'submitted'
  | 'under_inspection'
  | 'inspected'
  | 'endorsed'
  | 'approved'
  | 'appointed'
  | 'returned'
  | 'rejected'
  | 'withdrawn'
export type NominationAction =
  | 'submit'
  | 'start_inspection'
  | 'conclude'
  | 'endorse'
  | 'approve'
  | 'appoint'
  | 'return'
  | 'reject'
  | 'withdraw'
export type NominationKind = 'election' | 'mid_term'
export type Finding = 'suitable' | 'unsuitable' | 'deferred'
export type InspectionState = 'planned' | 'in_progress' | 'reported' | 'concluded'

export interface Nomination extends Resource {
  readonly state: NominationState
  readonly organisation_id: string
  readonly organisation_name: string
  readonly batch_id: string | null
  readonly batch_title: string | null
  readonly person_id: string
  readonly name: string
  readonly post: Post
  readonly full_time: boolean
  readonly duty_title: string | null
  readonly kind: NominationKind
  readonly take_office_on: string | null
  readonly grounds: string
  readonly submitted_on: string | null
  readonly endorsed_on: string | null
  readonly approved_on: string | null
  readonly approval_number: string | null
  readonly inspection_id: string | null
  readonly inspection_state: InspectionState | null
  readonly finding: Finding | null
  readonly appointment_id: string | null
  readonly whose_turn:
    | 'department'
    | 'committee_officer'
    | 'inspection'
    | 'leading_group'
    | 'committee_leader'
    | 'nobody'
}

export interface NominationIn {
  readonly organisation_id: string
  readonly person_id: string
  readonly post: Post
  readonly full_time?: boolean
  readonly duty_title?: string | null
  readonly kind?: NominationKind
  readonly take_office_on?: string | null
  readonly grounds?: string
  readonly batch_id?: string | null
}

export interface NominationAct {
  readonly reason?: string | null
  readonly on?: string | null
  readonly approval_number?: string | null
  readonly duty_title?: string | null
}

export interface Batch extends Resource {
  readonly state: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly title: string
  readonly election_on: string | null
  readonly counts: Readonly<Record<string, number>>
  readonly nominations: number
}

export interface BatchIn {
  readonly organisation_id: string
  readonly title: string
  readonly election_on?: string | null
}

export type InspectionAction = 'start' | 'report' | 'return' | 'conclude'
export type Facet = 'integrity' | 'ability' | 'diligence' | 'achievement' | 'probity'
export type InterviewGroup = 'leaders' | 'members' | 'masses'

export interface TeamMember {
  readonly name: string
  readonly title: string
  readonly leader: boolean
}

export interface FacetScore {
  readonly score: string | null
  readonly text: string
}

export type Facets = { readonly [Name in Facet]?: FacetScore }

export interface Inspection extends Resource {
  readonly state: InspectionState
  readonly organisation_id: string
  readonly organisation_name: string
  readonly nomination_id: string
  readonly person_id: string
  readonly name: string
  readonly post: Post
  readonly team: readonly TeamMember[]
  readonly planned_on: string | null
  readonly started_on: string | null
  readonly reported_on: string | null
  readonly concluded_on: string | null
  readonly facets: Facets
  readonly strengths: string
  readonly shortcomings: string
  readonly finding: Finding | null
  readonly conclusion: string
  readonly interviews: Readonly<Record<InterviewGroup | 'total', number>>
}

/** What may be written while the inspection is open. */
export type InspectionChange = Partial<
  Pick<Inspection, 'team' | 'planned_on' | 'facets' | 'strengths' | 'shortcomings' | 'finding' | 'conclusion'>
>

export interface Interview {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly group: InterviewGroup
  readonly held_on: string
  readonly people: number
  readonly interviewee: string | null
  readonly notes: string | null
  readonly restricted: boolean
}

export interface InterviewIn {
  readonly group: InterviewGroup
  readonly held_on: string
  readonly people: number
  readonly interviewee?: string | null
  readonly notes?: string | null
}
