import type { Client } from 'openapi-fetch'
import { api } from '../../app/api'
import type * as V from './volunteering-types'

type Answer<Out> = {
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Out } } }
}
type Parameters<Path, Query = object> = {
  parameters: ([Path] extends [never] ? { path?: never } : { path: Path }) & { query?: Query }
}
type NoPath = never

type Get<Out, Path = NoPath, Query = object> = { get: Parameters<Path, Query> & Answer<Out> }
type Post<Out, Body, Path = NoPath> = {
  post: Parameters<Path> & { requestBody: { content: { 'application/json': Body } } } & Answer<Out>
}
type Patch<Out, Body, Path> = {
  patch: { parameters: { path: Path; header: { 'If-Match': string } } } & {
    requestBody: { content: { 'application/json': Body } }
  } & Answer<Out>
}
type Put<Out, Body, Path> = {
  put: Parameters<Path> & { requestBody: { content: { 'application/json': Body } } } & Answer<Out>
}
type Delete<Path> = {
  delete: Parameters<Path> & { responses: { 204: { headers: Record<string, unknown>; content?: never } } }
}

interface Paging {
  limit?: number
  cursor?: string | null
  include_total?: boolean
  q?: string | null
  sort?: string | null
}

interface Scoped extends Paging {
  organisation_id?: string | null
  scope?: 'self' | 'subtree'
}

type Reason = { reason?: string }
type OfActivity = { activity_id: string }
type OfTeam = { team_id: string }
type Act<Id, Action> = Id & { action: Action }

interface ActivitiesQuery extends Scoped {
  team_id?: string | null
  state?: V.ActivityState[]
  from_on?: string | null
  until_on?: string | null
  template?: boolean | null
}

interface HoursQuery extends Scoped {
  person_id?: string | null
  activity_id?: string | null
  team_id?: string | null
  kind?: V.HoursKind | null
  state?: V.HoursState | null
  flagged?: boolean | null
  approval?: V.ApprovalLevel | null
  month?: string | null
}

interface SummaryQuery {
  by: V.SummaryBy
  organisation_id?: string | null
  scope?: 'self' | 'subtree'
  from_month?: string | null
  until_month?: string | null
  limit?: number
  cursor?: string | null
}

type SignUpIn = { shift_id: string; person_id?: string }
type TeamChange = Partial<Omit<V.VolunteerTeamIn, 'organisation_id' | 'kind'>>
type Hours = { hours_id: string }
type Certificate = { certificate_id: string }
type Member = { team_member_id: string }

type VolunteeringPaths = {
  '/api/v1/volunteer-teams': Get<
    V.Page<V.VolunteerTeamOut>,
    NoPath,
    Scoped & { kind?: V.TeamKind | null; state?: V.TeamState | null; parent_id?: string | null }
  > &
    Post<V.VolunteerTeamOut, V.VolunteerTeamIn>
  '/api/v1/volunteer-teams/{team_id}': Get<V.VolunteerTeamOut, OfTeam> &
    Patch<V.VolunteerTeamOut, TeamChange, OfTeam>
  '/api/v1/volunteer-teams/{team_id}/actions/{action}': Post<
    V.VolunteerTeamOut,
    Reason,
    Act<OfTeam, 'disband' | 'revive'>
  >
  '/api/v1/volunteer-teams/{team_id}/members': Get<V.Page<V.VolunteerTeamMemberOut>, OfTeam, Paging> &
    Post<V.VolunteerTeamMemberOut, V.VolunteerTeamMemberIn, OfTeam>
  '/api/v1/volunteer-team-members/{team_member_id}': Patch<
    V.VolunteerTeamMemberOut,
    { post: V.TeamPost },
    Member
  >
  '/api/v1/volunteer-team-members/{team_member_id}/actions/leave': Post<
    V.VolunteerTeamMemberOut,
    { left_on?: string },
    Member
  >
  '/api/v1/activities': Get<V.Page<V.ActivityOut>, NoPath, ActivitiesQuery> &
    Post<V.ActivityOut, V.ActivityIn>
  '/api/v1/activities/{activity_id}': Get<V.ActivityOut, OfActivity> &
    Patch<V.ActivityOut, Partial<V.ActivityFactsIn>, OfActivity> &
    Delete<OfActivity>
  '/api/v1/activities/{activity_id}/actions/{action}': Post<
    V.ActivityOut,
    Reason,
    Act<OfActivity, V.ActivityAction>
  >
  '/api/v1/activities/{activity_id}/copies': Post<V.ActivityOut, { on: string; title?: string }, OfActivity>
  '/api/v1/activities/{activity_id}/shifts': Post<V.ShiftOut, V.ShiftIn, OfActivity>
  '/api/v1/activities/{activity_id}/sign-ups': Get<
    V.Page<V.SignUpOut>,
    OfActivity,
    Paging & { state?: V.SignUpState | null; shift_id?: string | null }
  >
  '/api/v1/activities/{activity_id}/notices': Get<V.Page<V.ActivityNoticeOut>, OfActivity>
  '/api/v1/activities/{activity_id}/service-confirmation': Get<V.ServiceConfirmationOut, OfActivity> &
    Post<V.ServiceConfirmationLinkOut, Record<string, never>, OfActivity>
  '/api/v1/activities/{activity_id}/roster': Get<
    V.Page<V.RosterRow>,
    OfActivity,
    Paging & { shift_id?: string | null; presence?: V.Presence | 'review' | null }
  >
  '/api/v1/activities/{activity_id}/attendance': Get<V.AttendanceOut, OfActivity>
  '/api/v1/activities/{activity_id}/check-in-attempts': Get<V.Page<V.CheckInAttemptOut>, OfActivity, Paging>
  '/api/v1/shifts/{shift_id}': Patch<V.ShiftOut, Partial<V.ShiftIn>, { shift_id: string }>
  '/api/v1/shifts/{shift_id}/actions/cancel': Post<V.ShiftOut, Reason, { shift_id: string }>
  '/api/v1/shifts/{shift_id}/code': Get<V.ShiftCodeOut, { shift_id: string }, { ahead_minutes?: number }>
  '/api/v1/sign-ups': Post<V.SignUpOut, SignUpIn>
  '/api/v1/sign-ups/{sign_up_id}/actions/{action}': Post<
    V.SignUpOut,
    Reason,
    Act<{ sign_up_id: string }, 'promote' | 'cancel'>
  >
  '/api/v1/check-ins': Post<V.CheckInOut, V.CheckInIn>
  '/api/v1/check-ins/{check_in_id}': Get<V.CheckInOut, { check_in_id: string }>
  '/api/v1/check-ins/{check_in_id}/actions/{action}': Post<
    V.CheckInOut,
    Reason,
    Act<{ check_in_id: string }, 'accept' | 'annul'>
  >
  '/api/v1/check-in-batches': Post<V.CheckInBatchOut, { items: V.CheckInIn[] }>
  '/api/v1/excluded-words': Get<V.Page<V.ExcludedWordOut>, NoPath, Paging> &
    Post<V.ExcludedWordOut, { word: string }>
  '/api/v1/excluded-words/{word_id}': Delete<{ word_id: string }>
  '/api/v1/volunteer-hours': Get<V.Page<V.VolunteerHoursOut>, NoPath, HoursQuery> &
    Post<V.VolunteerHoursOut, V.LateEntryIn>
  '/api/v1/volunteer-hours/summary': Get<V.HoursSummaryOut, NoPath, SummaryQuery>
  '/api/v1/volunteer-hours/verifications': Post<V.VerificationsOut, { ids: string[] }>
  '/api/v1/volunteer-hours/{hours_id}': Get<V.VolunteerHoursOut, Hours>
  '/api/v1/volunteer-hours/{hours_id}/actions/{action}': Post<
    V.VolunteerHoursOut,
    V.HoursActionIn,
    Act<Hours, V.HoursAction>
  >
  '/api/v1/volunteer-hours/{hours_id}/explanation': Get<V.HoursExplanationOut, Hours>
  '/api/v1/certificates': Get<
    V.Page<V.CertificateOut>,
    NoPath,
    Scoped & { state?: V.CertificateState | null; person_id?: string | null }
  > &
    Post<V.CertificateOut, V.CertificateIn>
  '/api/v1/certificates/{certificate_id}': Get<V.CertificateOut, Certificate>
  '/api/v1/certificates/{certificate_id}/actions/{action}': Post<
    V.CertificateOut,
    Reason,
    Act<Certificate, V.CertificateAction>
  >
  '/api/v1/organisations/{organisation_id}/seal': Get<V.SealOut, { organisation_id: string }> &
    Put<V.SealOut, { file_id: string }, { organisation_id: string }> &
    Delete<{ organisation_id: string }>
}

/** The one client of the desk, with the volunteering part of the API typed. */
export const volunteering = api as unknown as Client<VolunteeringPaths>
