/** Bodies of volunteering, as the API answers them. */

export type CheckInType = 'entry' | 'exit'
export type CheckInMethod = 'scan' | 'personal_code' | 'list'
export type ActivityState = 'draft' | 'published' | 'in_progress' | 'completed' | 'settled' | 'cancelled'

export interface Page<T> {
  readonly items: readonly T[]
  readonly next_cursor: string | null
}

export interface CheckInIn {
  readonly code?: string
  readonly shift_id?: string
  readonly member_code?: string
  readonly person_id?: string
  readonly type: CheckInType
  readonly method: CheckInMethod
  readonly occurred_at: string
  readonly nonce: string
  readonly reason?: string
  readonly captured_at?: string
  readonly server_offset_ms?: number
  readonly device_seq?: number
}

export interface CheckInOut {
  readonly id: string
  readonly version: number
  readonly state: 'accepted' | 'needs_review' | 'annulled'
  readonly activity_id: string
  readonly activity_title: string
  readonly shift_id: string
  readonly post: string
  readonly person_id: string
  readonly name: string
  readonly type: CheckInType
  readonly method: CheckInMethod
  readonly pair: number
  readonly occurred_at: string
  readonly recorded_at: string
  readonly minutes: number
}

export interface BatchAnswer {
  readonly items: readonly BatchItem[]
}

export interface BatchItem {
  readonly nonce: string
  readonly status: number
  readonly check_in: CheckInOut | null
  readonly problem: { readonly code: string } | null
}

export interface OwnAttendance {
  readonly server_time: string
  readonly items: readonly AttendanceItem[]
}

export interface AttendanceItem {
  readonly activity_id: string
  readonly activity_title: string
  readonly shift_id: string
  readonly post: string
  readonly starts_at: string
  readonly ends_at: string
  readonly next: CheckInType | 'done'
  readonly minutes: number
  readonly check_ins: readonly CheckInOut[]
}

export interface PersonalCode {
  readonly code: string
  readonly name: string
}

export interface OwnSignUp {
  readonly id: string
  readonly state: 'confirmed' | 'waitlisted' | 'cancelled'
  readonly waiting_place: number | null
}

export interface OwnShift {
  readonly id: string
  readonly post: string
  readonly place: string | null
  readonly starts_at: string
  readonly ends_at: string
  readonly capacity: number | null
  readonly confirmed_count: number
  readonly waitlisted_count: number
  readonly cancelled_at: string | null
  readonly own_sign_up: OwnSignUp | null
  readonly can_sign_up: boolean
  readonly closed_because: 'full_waiting' | 'closed' | 'overlap' | null
}

export interface ActivityNotice {
  readonly id: string
  readonly kind: 'changed' | 'cancelled' | 'promoted'
  readonly facts: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly reason: string | null
  readonly created_at: string
}

/** What both an activity of one's own and one that is read as staff say. */
export interface ActivityFacts {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly theme: string
  readonly description: string
  readonly place: string
  readonly organisation_name: string
  readonly team_name: string | null
  readonly leader_name: string | null
  readonly state: ActivityState
  readonly starts_at: string
  readonly ends_at: string
}

export interface OwnActivity extends ActivityFacts {
  readonly sign_up_required: boolean
  readonly sign_up_until: string | null
  readonly leads: boolean
  readonly shifts: readonly OwnShift[]
  readonly notices: readonly ActivityNotice[]
}

export type LedShift = Pick<
  OwnShift,
  'id' | 'post' | 'starts_at' | 'ends_at' | 'confirmed_count' | 'cancelled_at'
>

export interface LedActivity extends ActivityFacts {
  readonly takes_attendance: boolean
  readonly shifts: readonly LedShift[]
}

export interface TimedCode {
  readonly code: string
  readonly shown_from: string
  readonly shown_until: string
}

export interface ShiftCode {
  readonly shift_id: string
  readonly activity_title: string
  readonly post: string
  readonly server_time: string
  readonly codes: readonly TimedCode[]
  readonly confirmed: number
  readonly present: number
  readonly left: number
}

export interface AttendanceFigures {
  readonly confirmed: number
  readonly inside: number
  readonly left: number
  readonly expected: number
  readonly needs_review: number
  readonly refused: number
}

export type Presence = 'expected' | 'inside' | 'left'

export interface RosterCheckIn {
  readonly id: string
  readonly occurred_at: string
  readonly state: 'accepted' | 'needs_review' | 'annulled'
}

export interface RosterRow {
  readonly person_id: string
  readonly name: string
  readonly organisation_name: string
  readonly shift_id: string
  readonly post: string
  readonly sign_up_state: OwnSignUp['state'] | null
  readonly presence: Presence
  readonly needs_review: boolean
  readonly pairs: readonly { readonly entry: RosterCheckIn | null; readonly exit: RosterCheckIn | null }[]
  readonly minutes: number
}

export type HoursKind = 'recorded' | 'late_entry'
export type HoursState = 'pending' | 'verified' | 'rejected' | 'disputed' | 'adjusted'

export interface OwnHours {
  readonly id: string
  readonly state: HoursState
  readonly allowed_actions: readonly string[]
  readonly activity_title: string
  readonly organisation_name: string
  readonly kind: HoursKind
  readonly day: string
  readonly minutes: number
  readonly delay_days: number
  readonly reason: string | null
  readonly flags: readonly string[]
}

export interface HoursSums {
  readonly recorded_minutes: number
  readonly late_entry_minutes: number
  readonly pending_minutes: number
}

export interface HoursExplanation {
  readonly lines: readonly { readonly kind: string; readonly text: string; readonly minutes: number }[]
  readonly minutes: number
}

export interface Certificate {
  readonly id: string
  readonly state: 'requested' | 'issued' | 'revoked'
  readonly from_on: string
  readonly until_on: string
  readonly recorded_minutes: number
  readonly late_entry_minutes: number
  readonly star_level: number
  readonly purpose: string
  readonly notice_from: string
  readonly notice_until: string
  readonly number: string | null
  readonly issued_at: string | null
}

export interface CertificateNotice {
  readonly id: string
  readonly name: string
  readonly from_on: string
  readonly until_on: string
  readonly recorded_minutes: number
  readonly late_entry_minutes: number
  readonly notice_until: string
}

export interface PublicCertificate {
  readonly state: 'issued' | 'revoked'
  readonly number: string
  readonly name: string
  readonly organisation_name: string
  readonly from_on: string
  readonly until_on: string
  readonly recorded_minutes: number
  readonly late_entry_minutes: number
  readonly star_level: number
  readonly issued_on: string
  readonly revoked_on: string | null
}

/** What the served party is asked about. */
export interface PublicConfirmation {
  readonly title: string
  readonly organisation_name: string
  readonly served_party: string | null
  readonly starts_at: string
  readonly answered_at: string | null
}

export interface OwnTeam {
  readonly id: string
  readonly name: string
  readonly organisation_name: string
  readonly introduction: string
  readonly member_count: number
  readonly leaders: readonly { readonly person_id: string; readonly name: string }[]
}
