/** Bodies of the secretaries' part of the API, by the names that the pages use. */
import type {
  InspectionChangeIn,
  InspectionOut,
  InterviewOut,
  NominationActionIn,
  NominationBatchIn,
  NominationBatchOut,
  NominationOut,
  SecretaryActionIn,
  SecretaryChangeIn,
  SecretaryOut,
  TeamMemberOut,
  VacancyOut,
} from '@/shared/api/schema.gen'

export type {
  AppointmentAction,
  AppointmentState,
  EndCause,
  Facet,
  Finding,
  InspectionAction,
  InspectionState,
  InterviewGroup,
  InterviewIn,
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

export type Inspection = InspectionOut
export type InspectionChange = InspectionChangeIn
export type TeamMember = TeamMemberOut
export type Interview = InterviewOut
