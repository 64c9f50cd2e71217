"""Shapes of role assignments."""

from datetime import datetime
from uuid import UUID

from gongwei.access.filters import OwnedQuery
from gongwei.access.models import AssignmentState
from gongwei.access.permissions import Role
from gongwei.core.schemas import In, ResourceOut


class AssignmentsQuery(OwnedQuery):
    """Filters of role assignments; `q` is looked for in user name and display name."""

    user_id: UUID | None = None
    role: Role | None = None
    state: AssignmentState | None = None


class AssignmentOut(ResourceOut):
    """A role of one account at one organisation, reaching everything below it.

    The account's names are null where it belongs to an organisation outside the caller's subtree.
    """

    state: AssignmentState
    user_id: UUID
    username: str | None
    display_name: str | None
    role: Role
    organisation_id: UUID
    organisation_name: str
    granted_at: datetime
    ended_at: datetime | None


class AssignmentIn(In):
    """A role to grant."""

    user_id: UUID
    role: Role
    organisation_id: UUID
