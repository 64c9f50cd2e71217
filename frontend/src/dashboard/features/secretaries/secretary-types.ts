/** Bodies of the secretaries' part of the API, by the names that the pages use. */
import type {
  Finding,
  InspectionState,
  NominationActionIn,
  NominationBatchIn,
  NominationBatchOut,
  NominationOut,
  Post,
  SecretaryActionIn,
  SecretaryChangeIn,
  SecretaryOut,
  VacancyOut,
} from '@/shared/api/schema.gen'

export type {
  AppointmentAction,
  AppointmentState,
  EndCause,
  Finding,
  InspectionState,
  NominationAction,
  NominationIn,
  NominationKind,
  NominationState,
  Post,
  SecretaryIn,
} from '@/shared/api/schema.gen'

export type Secretary = SecretaryOut
export type SecretaryChange = SecretaryChangeIn
export type AppointmentAct = SecretaryActionIn
export type Vacancy = VacancyOut
export type Nomination = NominationOut
export type NominationAct = NominationActionIn
export type Batch = NominationBatchOut
export type BatchIn = NominationBatchIn

interface Resource {
  readonly id: string
  readonly version: number
  readonly allowed_actions: string[]
  readonly created_at: string
  readonly updated_at: string
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
