/** What the volunteering part of the API answers and takes. */

export interface Page<Row> {
  readonly items: Row[]
  readonly next_cursor: string | null
  readonly total?: number | null
}

interface Resource<State extends string> {
  readonly id: string
  readonly version: number
  readonly state: State
  readonly allowed_actions: string[]
  readonly created_at: string
  readonly updated_at: string
}

// Teams

export type TeamKind = 'corps' | 'detachment' | 'team'
export type TeamState = 'active' | 'disbanded'
export type TeamPost = 'leader' | 'member'
export type Profession =
  | 'policy'
  | 'legal'
  | 'medical'
  | 'teaching'
  | 'culture'
  | 'science'
  | 'environment'
  | 'emergency'
  | 'elderly'
  | 'community'
  | 'other'

export interface TeamLeaderOut {
  readonly person_id: string
  readonly name: string
}

export interface VolunteerTeamOut extends Resource<TeamState> {
  readonly organisation_id: string
  readonly organisation_name: string
  readonly parent_id: string | null
  readonly parent_name: string | null
  readonly kind: TeamKind
  readonly name: string
  readonly professions: Profession[]
  readonly introduction: string
  readonly founded_on: string | null
  readonly disbanded_on: string | null
  readonly member_count: number
  readonly leaders: TeamLeaderOut[]
}

export interface VolunteerTeamIn {
  organisation_id: string
  parent_id?: string | null
  kind: TeamKind
  name: string
  professions?: Profession[]
  introduction?: string
  founded_on?: string | null
}

export interface VolunteerTeamMemberOut {
  readonly id: string
  readonly version: number
  readonly team_id: string
  readonly person_id: string
  readonly name: string
  readonly organisation_name: string
  readonly post: TeamPost
  readonly joined_on: string
  readonly left_on: string | null
}

export interface VolunteerTeamMemberIn {
  person_id: string
  post: TeamPost
  joined_on?: string | null
}

// Activities

export type ActivityState = 'draft' | 'published' | 'in_progress' | 'completed' | 'settled' | 'cancelled'
export type ActivityAction = 'publish' | 'start' | 'complete' | 'settle' | 'cancel'
export type PlaceKind = 'address' | 'unit' | 'village'
export type MissingExit = 'nothing' | 'planned_end'

export interface ShiftIn {
  post: string
  place?: string | null
  starts_at: string
  ends_at: string
  capacity?: number | null
  break_minutes?: number
  opens_minutes?: number
  closes_minutes?: number
}

export interface ShiftOut extends Resource<'open' | 'cancelled'> {
  readonly activity_id: string
  readonly post: string
  readonly place: string | null
  readonly starts_at: string
  readonly ends_at: string
  readonly capacity: number | null
  readonly break_minutes: number
  readonly opens_minutes: number
  readonly closes_minutes: number
  readonly cancelled_at: string | null
  readonly confirmed_count: number
  readonly waitlisted_count: number
}

export interface ActivityFactsIn {
  team_id?: string | null
  title: string
  theme?: string
  description?: string
  place_kind: PlaceKind
  place: string
  served_party?: string | null
  leader_id?: string | null
  sign_up_required?: boolean
  sign_up_until?: string | null
  missing_exit?: MissingExit
  template?: boolean
}

export interface ActivityIn extends ActivityFactsIn {
  organisation_id: string
  shifts: ShiftIn[]
}

export interface ActivityOut extends Resource<ActivityState> {
  readonly organisation_id: string
  readonly organisation_name: string
  readonly team_id: string | null
  readonly team_name: string | null
  readonly number: string
  readonly title: string
  readonly theme: string
  readonly description: string
  readonly place_kind: PlaceKind
  readonly place: string
  readonly served_party: string | null
  readonly leader_id: string | null
  readonly leader_name: string | null
  readonly starts_at: string
  readonly ends_at: string
  readonly sign_up_required: boolean
  readonly sign_up_until: string | null
  readonly missing_exit: MissingExit
  readonly template: boolean
  readonly published_at: string | null
  readonly started_at: string | null
  readonly completed_at: string | null
  readonly shifts: ShiftOut[]
  readonly confirmed_count: number
  readonly waitlisted_count: number
  readonly takes_attendance: boolean
}

export type SignUpState = 'confirmed' | 'waitlisted' | 'cancelled'

export interface SignUpOut extends Resource<SignUpState> {
  readonly activity_id: string
  readonly activity_title: string
  readonly shift_id: string
  readonly post: string
  readonly starts_at: string
  readonly ends_at: string
  readonly person_id: string
  readonly name: string
  readonly organisation_name: string
  readonly waiting_place: number | null
  readonly promoted_at: string | null
  readonly cancelled_at: string | null
}

export interface ActivityNoticeOut {
  readonly id: string
  readonly kind: 'changed' | 'cancelled' | 'promoted'
  /** The old and the new value of each field. */
  readonly facts: Record<string, unknown[]>
  readonly reason: string | null
  readonly created_at: string
}

export interface ServiceConfirmationOut {
  readonly state: 'not_asked' | 'asked' | 'answered' | 'expired'
  readonly asked_at: string | null
  readonly answered_at: string | null
  readonly confirmed: boolean | null
  readonly rating: number | null
  readonly comment: string | null
  readonly expires_at: string | null
}

export interface ServiceConfirmationLinkOut {
  readonly code: string
  /** Without the origin: the page stands where the desk does. */
  readonly url: string
  readonly expires_at: string
}

export interface ExcludedWordOut {
  readonly id: string
  readonly word: string
  readonly created_at: string
}

// Attendance

export type CheckInType = 'entry' | 'exit'
export type CheckInMethod = 'scan' | 'personal_code' | 'list'
export type CheckInState = 'accepted' | 'needs_review' | 'annulled'
export type ReviewReason = 'no_trusted_time' | 'time_mismatch' | 'uploaded_late' | 'out_of_order'
export type Presence = 'expected' | 'inside' | 'left'

export interface CheckInIn {
  shift_id: string
  person_id: string
  type: CheckInType
  method: 'list'
  occurred_at: string
  nonce: string
  reason?: string | null
}

export interface CheckInOut extends Resource<CheckInState> {
  readonly activity_id: string
  readonly activity_title: string
  readonly shift_id: string
  readonly post: string
  readonly person_id: string
  readonly name: string
  readonly type: CheckInType
  readonly method: CheckInMethod
  readonly day: string
  readonly pair: number
  readonly occurred_at: string
  readonly recorded_at: string
  readonly reason: string | null
  readonly review_reason: ReviewReason | null
  readonly minutes: number
}

export interface ItemProblem {
  readonly code: string
  readonly title: string
  readonly detail: string
}

export interface CheckInBatchOut {
  readonly items: {
    readonly nonce: string
    readonly status: number
    readonly check_in: CheckInOut | null
    readonly problem: ItemProblem | null
  }[]
}

export interface RosterMark {
  readonly id: string
  readonly occurred_at: string
  readonly method: CheckInMethod
  readonly state: CheckInState
  readonly version: number
}

export interface RosterPair {
  readonly entry: RosterMark | null
  readonly exit: RosterMark | null
}

export interface RosterRow {
  readonly person_id: string
  readonly name: string
  readonly organisation_name: string
  readonly shift_id: string
  readonly post: string
  readonly sign_up_state: SignUpState | null
  readonly presence: Presence
  readonly needs_review: boolean
  readonly pairs: RosterPair[]
  readonly minutes: number
}

export interface AttendanceOut {
  readonly confirmed: number
  readonly inside: number
  readonly left: number
  readonly expected: number
  readonly needs_review: number
  readonly refused: number
}

export interface CheckInAttemptOut {
  readonly id: string
  readonly shift_id: string
  readonly person_id: string | null
  readonly name: string | null
  readonly post: string
  readonly type: CheckInType
  readonly method: CheckInMethod
  readonly occurred_at: string
  readonly created_at: string
  readonly code: string
}

export interface ShownCode {
  readonly code: string
  readonly shown_from: string
  readonly shown_until: string
}

export interface ShiftCodeOut {
  readonly shift_id: string
  readonly activity_id: string
  readonly activity_title: string
  readonly post: string
  readonly server_time: string
  readonly step_seconds: number
  readonly valid_until: string
  readonly code: string
  readonly codes: ShownCode[]
  readonly confirmed: number
  readonly present: number
  readonly left: number
}

// Hours

export type HoursKind = 'recorded' | 'late_entry'
export type HoursState = 'pending' | 'verified' | 'rejected' | 'disputed' | 'adjusted'
export type ApprovalLevel = 'own' | 'parent' | 'committee'
export type HoursAction = 'verify' | 'reject' | 'dispute' | 'resolve'

export interface VolunteerHoursOut extends Resource<HoursState> {
  readonly organisation_id: string
  readonly organisation_name: string
  readonly person_id: string
  readonly name: string
  readonly activity_id: string | null
  readonly activity_title: string
  readonly team_id: string | null
  readonly team_name: string | null
  readonly kind: HoursKind
  readonly day: string
  readonly occurred_at: string
  readonly recorded_at: string
  readonly delay_days: number
  readonly minutes: number
  readonly computed_minutes: number
  readonly flags: string[]
  readonly approval: ApprovalLevel
  readonly reason: string | null
  readonly verified_by_name: string | null
  readonly verified_at: string | null
}

export interface LateEntryIn {
  person_id: string
  activity_id?: string
  title?: string
  day: string
  occurred_at: string
  minutes: number
  reason: string
}

export interface HoursActionIn {
  reason?: string
  minutes?: number
}

export interface HoursExplanationOut {
  readonly lines: { readonly kind: string; readonly text: string; readonly minutes: number }[]
  readonly minutes: number
}

export interface VerificationsOut {
  readonly items: {
    readonly id: string
    readonly status: number
    readonly problem: ItemProblem | null
  }[]
}

export type SummaryBy = 'person' | 'team' | 'organisation' | 'month'

export interface HoursSummaryItem {
  readonly id: string | null
  readonly name: string | null
  readonly month: string | null
  readonly recorded_minutes: number
  readonly late_entry_minutes: number
  readonly pending_minutes: number
  readonly entries: number
}

export interface HoursSummaryOut {
  readonly items: HoursSummaryItem[]
  readonly recorded_minutes: number
  readonly late_entry_minutes: number
  readonly pending_minutes: number
  readonly entries: number
  readonly next_cursor: string | null
}

// Certificates

export type CertificateState = 'requested' | 'issued' | 'revoked'
export type CertificateAction = 'issue' | 'revoke'

export interface CertificateOut extends Resource<CertificateState> {
  readonly organisation_id: string
  readonly organisation_name: string
  readonly person_id: string
  readonly name: string
  readonly from_on: string
  readonly until_on: string
  readonly recorded_minutes: number
  readonly late_entry_minutes: number
  readonly star_level: number
  readonly purpose: string
  readonly notice_from: string
  readonly notice_until: string
  readonly number: string | null
  readonly code: string | null
  readonly check_url: string | null
  readonly issued_at: string | null
  readonly issued_by_name: string | null
  readonly revoked_at: string | null
}

export interface CertificateIn {
  person_id: string
  from_on: string
  until_on: string
  purpose?: string
}

export interface SealOut {
  readonly organisation_id: string
  readonly file_id: string
}
