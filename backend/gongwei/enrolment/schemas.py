"""Shapes of the people on the rosters with their accounts."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from gongwei.access.filters import OwnedQuery
from gongwei.access.permissions import Role
from gongwei.core.schemas import Out


class Lacking(StrEnum):
    """What somebody on a roster has not got yet: an account, a first sign-in with it, or a role
    that follows from the roster.
    """

    ACCOUNT = "account"
    SIGN_IN = "sign_in"
    ROLES = "roles"


class EnrolmentsQuery(OwnedQuery):
    """Filters; `q` is looked for in names and their pinyin, `secretaries` leaves the secretaries in
    office alone.
    """

    lacking: Lacking | None = None
    secretaries: bool = False


class RoleDueOut(Out):
    """A role that follows from the roster and is not held yet."""

    role: Role
    organisation_id: UUID
    organisation_name: str


class EnrolmentOut(Out):
    """Somebody on the rosters: a member in the branch, a secretary in office.

    `organisation_id` is the member's branch, else where the office is held. The account's fields
    are null without one; `roles_due` is empty then too.
    """

    person_id: UUID
    name: str
    organisation_id: UUID
    organisation_name: str
    is_secretary: bool
    user_id: UUID | None
    username: str | None
    last_sign_in_at: datetime | None
    roles_due: list[RoleDueOut]
