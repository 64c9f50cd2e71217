"""The one table of role × permission. What it says is what the program does and what `/permissions`
prints.
"""

from enum import StrEnum


class Permission(StrEnum):
    """What may be done; also the scope names of integrations."""

    ORGANISATIONS_READ = "organisations.read"
    ORGANISATIONS_WRITE = "organisations.write"
    ORGANISATION_CHANGES_PREPARE = "organisation_changes.prepare"
    ORGANISATION_CHANGES_SUBMIT = "organisation_changes.submit"
    ORGANISATION_CHANGES_APPROVE = "organisation_changes.approve"
    TERMS_WRITE = "terms.write"
    UNITS_WRITE = "units.write"
    MEMBERS_READ = "members.read"
    MEMBERS_WRITE = "members.write"
    MEMBERS_REVEAL = "members.reveal"
    SECRETARIES_READ = "secretaries.read"
    SECRETARIES_WRITE = "secretaries.write"
    SECRETARIES_REQUEST = "secretaries.request"
    SECRETARIES_CONSENT = "secretaries.consent"
    NOMINATIONS_READ = "nominations.read"
    NOMINATIONS_PREPARE = "nominations.prepare"
    NOMINATIONS_SUBMIT = "nominations.submit"
    NOMINATIONS_INSPECT = "nominations.inspect"
    NOMINATIONS_ENDORSE = "nominations.endorse"
    NOMINATIONS_APPROVE = "nominations.approve"
    NOMINATIONS_APPOINT = "nominations.appoint"
    NOMINATIONS_RETURN = "nominations.return"
    INSPECTIONS_READ = "inspections.read"
    INSPECTIONS_CONDUCT = "inspections.conduct"
    INSPECTIONS_CONCLUDE = "inspections.conclude"
    INSPECTION_NOTES_READ = "inspection_notes.read"
    TALKS_READ = "talks.read"
    TALKS_WRITE = "talks.write"
    TALKS_ACKNOWLEDGE = "talks.acknowledge"
    TALKS_RECTIFY = "talks.rectify"
    TALKS_VERIFY = "talks.verify"
    ARCHIVES_READ = "archives.read"
    OBJECTIONS_READ = "objections.read"
    OBJECTIONS_FILE = "objections.file"
    OBJECTIONS_EXAMINE = "objections.examine"
    VOLUNTEERING_READ = "volunteering.read"
    VOLUNTEERING_SERVE = "volunteering.serve"
    VOLUNTEER_TEAMS_WRITE = "volunteer_teams.write"
    ACTIVITIES_WRITE = "activities.write"
    ACTIVITIES_PUBLISH = "activities.publish"
    EXCLUDED_WORDS_WRITE = "excluded_words.write"
    ATTENDANCE_TAKE = "attendance.take"
    ATTENDANCE_ANNUL = "attendance.annul"
    HOURS_ENTER = "volunteer_hours.enter"
    HOURS_VERIFY = "volunteer_hours.verify"
    CERTIFICATES_REQUEST = "certificates.request"
    CERTIFICATES_ISSUE = "certificates.issue"
    DUTY_ROUNDS_READ = "duty_rounds.read"
    DUTY_ROUNDS_WRITE = "duty_rounds.write"
    DUTY_ROUNDS_RUN = "duty_rounds.run"
    DUTY_ROUNDS_PUBLISH = "duty_rounds.publish"
    DUTY_REPORTS_READ = "duty_reports.read"
    DUTY_REPORTS_WRITE = "duty_reports.write"
    DUTY_REPORTS_SUBMIT = "duty_reports.submit"
    DUTY_REPORTS_REVIEW = "duty_reports.review"
    DUTY_COMMENTS_WRITE = "duty_comments.write"
    DUTY_BALLOTS_ISSUE = "duty_ballots.issue"
    DUTY_BALLOTS_CAST = "duty_ballots.cast"
    DUTY_RESULTS_READ = "duty_results.read"
    DUTY_RESULTS_DECIDE = "duty_results.decide"
    CALENDAR_WRITE = "calendar.write"
    IMPORTS_PREPARE = "imports.prepare"
    IMPORTS_COMMIT = "imports.commit"
    TASKS_READ = "tasks.read"
    TASKS_WRITE = "tasks.write"
    TASKS_WORK = "tasks.work"
    TASKS_VERIFY = "tasks.verify"
    FILES_READ = "files.read"
    FILES_WRITE = "files.write"
    HOME_READ = "home.read"
    USERS_READ = "users.read"
    USERS_WRITE = "users.write"
    ROLE_ASSIGNMENTS_READ = "role_assignments.read"
    ROLE_ASSIGNMENTS_WRITE = "role_assignments.write"
    AUDIT_READ = "audit.read"


class Role(StrEnum):
    """Roles, each held at an organisation and reaching everything below it."""

    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDITOR = "auditor"
    COMMITTEE_OFFICER = "committee_officer"
    COMMITTEE_LEADER = "committee_leader"
    DEPARTMENT_LEADER = "department_leader"
    SECRETARY = "secretary"
    CLERK = "clerk"
    MEMBER = "member"
    REVIEWER = "reviewer"
    RATER = "rater"


P = Permission

_READS = {P.HOME_READ, P.ORGANISATIONS_READ}
_PEOPLE = {
    P.MEMBERS_READ,
    P.SECRETARIES_READ,
    P.TASKS_READ,
    P.FILES_READ,
    P.VOLUNTEERING_READ,
    P.DUTY_ROUNDS_READ,
    P.DUTY_REPORTS_READ,
}
_PREPARES = {
    P.ORGANISATION_CHANGES_PREPARE,
    P.MEMBERS_WRITE,
    P.IMPORTS_PREPARE,
    P.FILES_WRITE,
    P.TASKS_WORK,
    P.VOLUNTEER_TEAMS_WRITE,
    P.ACTIVITIES_WRITE,
    P.ATTENDANCE_TAKE,
    P.HOURS_ENTER,
    P.CERTIFICATES_REQUEST,
}
_RUNS = _PREPARES | {
    P.ORGANISATION_CHANGES_SUBMIT,
    P.MEMBERS_REVEAL,
    P.IMPORTS_COMMIT,
    P.TASKS_WRITE,
    P.TASKS_VERIFY,
    P.ACTIVITIES_PUBLISH,
    P.ATTENDANCE_ANNUL,
    P.HOURS_VERIFY,
    P.CERTIFICATES_ISSUE,
    P.DUTY_ROUNDS_WRITE,
    P.DUTY_ROUNDS_RUN,
    P.DUTY_REPORTS_REVIEW,
    P.DUTY_COMMENTS_WRITE,
    P.DUTY_BALLOTS_ISSUE,
    P.DUTY_RESULTS_READ,
}

_OWN = {P.TALKS_ACKNOWLEDGE, P.OBJECTIONS_FILE, P.VOLUNTEERING_SERVE, P.DUTY_BALLOTS_CAST}
"""What somebody does in matters of one's own person."""
_JUDGES = {
    P.NOMINATIONS_READ,
    P.NOMINATIONS_RETURN,
    P.INSPECTIONS_READ,
    P.TALKS_READ,
    P.ARCHIVES_READ,
}
_COMMITTEE = _JUDGES | {
    P.INSPECTIONS_CONCLUDE,
    P.INSPECTION_NOTES_READ,
    P.TALKS_VERIFY,
    P.OBJECTIONS_READ,
    P.OBJECTIONS_EXAMINE,
    P.ORGANISATION_CHANGES_APPROVE,
}
_DECIDES_DUTY = {
    P.DUTY_COMMENTS_WRITE,
    P.DUTY_RESULTS_READ,
    P.DUTY_RESULTS_DECIDE,
    P.DUTY_ROUNDS_PUBLISH,
}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SYSTEM_ADMIN: frozenset(_READS | {P.USERS_READ, P.USERS_WRITE, P.CALENDAR_WRITE}),
    Role.SECURITY_ADMIN: frozenset(
        _READS | {P.USERS_READ, P.ROLE_ASSIGNMENTS_READ, P.ROLE_ASSIGNMENTS_WRITE}
    ),
    Role.AUDITOR: frozenset(_READS | {P.AUDIT_READ}),
    Role.COMMITTEE_OFFICER: frozenset(
        _READS
        | _PEOPLE
        | _RUNS
        | _COMMITTEE
        | {P.ORGANISATIONS_WRITE, P.UNITS_WRITE, P.TERMS_WRITE, P.CALENDAR_WRITE}
        | {P.EXCLUDED_WORDS_WRITE, P.VOLUNTEERING_SERVE}
        | {P.NOMINATIONS_PREPARE, P.NOMINATIONS_INSPECT, P.NOMINATIONS_APPOINT}
        | {P.INSPECTIONS_CONDUCT, P.TALKS_WRITE, P.SECRETARIES_WRITE}
        | {P.DUTY_ROUNDS_PUBLISH, P.DUTY_BALLOTS_CAST}
    ),
    Role.COMMITTEE_LEADER: frozenset(
        _READS
        | _PEOPLE
        | _COMMITTEE
        | {P.TASKS_WRITE, P.TASKS_VERIFY, P.NOMINATIONS_APPROVE, P.SECRETARIES_CONSENT}
        | {P.VOLUNTEERING_SERVE, P.HOURS_VERIFY, P.DUTY_BALLOTS_CAST}
        | _DECIDES_DUTY
    ),
    Role.DEPARTMENT_LEADER: frozenset(
        _READS
        | _PEOPLE
        | _OWN
        | _JUDGES
        | {P.NOMINATIONS_ENDORSE, P.SECRETARIES_REQUEST}
        | _DECIDES_DUTY
    ),
    Role.SECRETARY: frozenset(
        _READS
        | _PEOPLE
        | _RUNS
        | _OWN
        | {P.NOMINATIONS_READ, P.NOMINATIONS_PREPARE, P.NOMINATIONS_SUBMIT, P.TERMS_WRITE}
        | {P.TALKS_READ, P.TALKS_RECTIFY, P.SECRETARIES_REQUEST}
        | {P.DUTY_REPORTS_WRITE, P.DUTY_REPORTS_SUBMIT}
    ),
    Role.CLERK: frozenset(
        _READS
        | _PEOPLE
        | _PREPARES
        | _OWN
        | {P.NOMINATIONS_READ, P.NOMINATIONS_PREPARE, P.DUTY_REPORTS_WRITE}
    ),
    Role.MEMBER: frozenset({P.HOME_READ} | _OWN),
    Role.REVIEWER: frozenset({P.HOME_READ}),
    Role.RATER: frozenset({P.HOME_READ, P.DUTY_BALLOTS_CAST}),
}

INSTALLATION_WIDE = frozenset({P.CALENDAR_WRITE, P.EXCLUDED_WORDS_WRITE})
"""What is one for the whole installation: it counts only where the role is held at the root."""

SEPARATED_ROLES = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
"""The three administrators: no person holds more than one of them (classified protection,
三权分立).
"""

ROLES_FOR_ONESELF = frozenset({Role.MEMBER, Role.RATER})
"""Roles that serve their holder alone: whoever has duties too begins with those."""

TWO_FACTOR_ROLES = frozenset({Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER})
"""Committee roles sign in with a second factor."""

ROLE_WORDS: dict[Role, tuple[str, str]] = {
    Role.SYSTEM_ADMIN: ("系统管理员", "system administrator"),
    Role.SECURITY_ADMIN: ("安全管理员", "security administrator"),
    Role.AUDITOR: ("审计员", "auditor"),
    Role.COMMITTEE_OFFICER: ("工委干部", "committee officer"),
    Role.COMMITTEE_LEADER: ("工委领导", "committee leader"),
    Role.DEPARTMENT_LEADER: ("部门党组负责人", "department leader"),
    Role.SECRETARY: ("党组织书记", "secretary"),
    Role.CLERK: ("党务干事", "clerk"),
    Role.MEMBER: ("党员", "member"),
    Role.REVIEWER: ("评审专家", "reviewer"),
    Role.RATER: ("测评人", "rater"),
}
"""The roles in Chinese and English."""
