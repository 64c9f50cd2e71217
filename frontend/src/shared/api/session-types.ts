/** Bodies of the endpoints that sign-in and the first page need. */

export interface TokenBody {
  readonly access_token: string
  readonly token_type: string
  readonly expires_in: number
  readonly assignment_id: string | null
}

export interface Assignment {
  readonly id: string
  readonly role: string
  readonly organisation_id: string
  readonly organisation_name: string
}

export interface Me {
  readonly id: string
  readonly username: string
  readonly display_name: string
  readonly person_id: string | null
  readonly locale: string
  readonly assignments: readonly Assignment[]
  readonly assignment: Assignment | null
  readonly permissions: readonly string[]
  readonly otp_enabled: boolean
  readonly otp_setup_required: boolean
  readonly must_change_password: boolean
  readonly demo: boolean
}

export interface OtpSecret {
  readonly secret: string
  readonly uri: string
}

export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly role: string
  readonly organisation: string
  readonly organisation_id: string
  readonly display_name: string
}

/** What a demonstration shows before signing in; `ballot_codes` cast a ballot of its duty review. */
export interface Demonstration {
  readonly items: readonly DemoAccount[]
  readonly ballot_codes: readonly string[]
}

export interface PublicSettings {
  /** Null before the first organisation is there. */
  readonly committee_name: string | null
  readonly demo: boolean
  readonly time_zone: string
  /** Date in the committee's time zone, `YYYY-MM-DD`. */
  readonly today: string
}

export interface HomeTask {
  readonly id: string
  readonly title: string
  readonly due_on: string
  readonly late: boolean
  readonly organisation_name: string
  readonly path: string
}

export interface HomeWaiting {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly since: string
  readonly due_on: string | null
  readonly path: string
}

export interface HomeChange {
  readonly recorded_at: string
  readonly actor_label: string
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string
  readonly subject_label: string
}

/** Something that the program cannot go on without, and the page where it is mended. */
export interface HomeNotice {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly path: string
}

export interface Home {
  readonly notices: readonly HomeNotice[]
  readonly tasks: readonly HomeTask[]
  readonly waiting: readonly HomeWaiting[]
  readonly changes: readonly HomeChange[]
  readonly figures: Readonly<Record<string, number | null>>
}

export interface OrganisationSummary {
  readonly organisations: { readonly total: number; readonly by_kind: Readonly<Record<string, number>> }
  readonly members: {
    readonly total: number
    readonly in_service: number
    readonly retired: number
  }
  readonly secretaries: { readonly full_time: number; readonly part_time: number; readonly vacant: number }
  readonly terms: { readonly serving: number; readonly due_soon: number; readonly overdue: number }
}
