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
  id: string
  version: number
  allowed_actions: string[]
  created_at: string
  updated_at: string
}

export type InspectionAction = 'start' | 'report' | 'return' | 'conclude'
export type Facet = 'integrity' | 'ability' | 'diligence' | 'achievement' | 'probity'
export type InterviewGroup = 'leaders' | 'members' | 'masses'

export interface TeamMember {
  name: string
  title: string
  leader: boolean
}

export interface FacetScore {
  score: string | null
  text: string
}

export type Facets = { [Name in Facet]?: FacetScore }

export interface Inspection extends Resource {
  state: InspectionState
  organisation_id: string
  organisation_name: string
  nomination_id: string
  person_id: string
  name: string
  post: Post
  team: TeamMember[]
  planned_on: string | null
  started_on: string | null
  reported_on: string | null
  concluded_on: string | null
  facets: Facets
  strengths: string
  shortcomings: string
  finding: Finding | null
  conclusion: string
  interviews: Record<InterviewGroup | 'total', number>
}

/** What may be written while the inspection is open. */
export type InspectionChange = Partial<
  Pick<Inspection, 'team' | 'planned_on' | 'facets' | 'strengths' | 'shortcomings' | 'finding' | 'conclusion'>
>

export interface Interview {
  id: string
  version: number
  state: 'held'
  group: InterviewGroup
  held_on: string
  people: number
  interviewee: string | null
  notes: string | null
  restricted: boolean
}

export interface InterviewIn {
  group: InterviewGroup
  held_on: string
  people: number
  interviewee?: string | null
  notes?: string | null
}
