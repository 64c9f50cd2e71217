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
_PEOPLE = {P.MEMBERS_READ, P.SECRETARIES_READ, P.TASKS_READ, P.FILES_READ}
_PREPARES = {
    P.ORGANISATION_CHANGES_PREPARE,
    P.MEMBERS_WRITE,
    P.IMPORTS_PREPARE,
    P.FILES_WRITE,
    P.TASKS_WORK,
}
_RUNS = _PREPARES | {
    P.ORGANISATION_CHANGES_SUBMIT,
    P.MEMBERS_REVEAL,
    P.IMPORTS_COMMIT,
    P.TASKS_WRITE,
    P.TASKS_VERIFY,
}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SYSTEM_ADMIN: frozenset(_READS | {P.USERS_READ, P.USERS_WRITE}),
    Role.SECURITY_ADMIN: frozenset(
        _READS | {P.USERS_READ, P.ROLE_ASSIGNMENTS_READ, P.ROLE_ASSIGNMENTS_WRITE}
    ),
    Role.AUDITOR: frozenset(_READS | {P.AUDIT_READ}),
    Role.COMMITTEE_OFFICER: frozenset(
        _READS
        | _PEOPLE
        | _RUNS
        | {P.ORGANISATIONS_WRITE, P.ORGANISATION_CHANGES_APPROVE, P.UNITS_WRITE, P.TERMS_WRITE}
    ),
    Role.COMMITTEE_LEADER: frozenset(
        _READS | _PEOPLE | {P.ORGANISATION_CHANGES_APPROVE, P.TASKS_WRITE, P.TASKS_VERIFY}
    ),
    Role.DEPARTMENT_LEADER: frozenset(_READS | _PEOPLE),
    Role.SECRETARY: frozenset(_READS | _PEOPLE | _RUNS | {P.TERMS_WRITE}),
    Role.CLERK: frozenset(_READS | _PEOPLE | _PREPARES),
    Role.MEMBER: frozenset({P.HOME_READ}),
    Role.REVIEWER: frozenset({P.HOME_READ}),
    Role.RATER: frozenset({P.HOME_READ}),
}

SEPARATED_ROLES = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
"""The three administrators: no person holds more than one of them (classified protection,
三权分立).
"""

TWO_FACTOR_ROLES = frozenset({Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER})
"""Committee roles sign in with a second factor."""
