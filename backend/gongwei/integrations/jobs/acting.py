"""The person for whom a job works, with the rights held when it runs: they may have gone since it
was asked for.
"""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor, scope_of
from gongwei.access.models import (
    AssignmentState,
    Organisation,
    OrganisationState,
    RoleAssignment,
    User,
    UserState,
)
from gongwei.access.permissions import ROLE_PERMISSIONS, TWO_FACTOR_ROLES
from gongwei.core.db import narrow
from gongwei.core.errors import NOT_ALLOWED
from gongwei.integrations.jobs.models import Job


async def act_for(session: AsyncSession, job: Job, require_otp: bool) -> Actor:
    """The job's actor; the transaction is narrowed to its subtree.

    Raises `not_allowed` (403) when the account, the role or the organisation is no longer active.
    """
    found = await session.execute(
        select(User, RoleAssignment, Organisation)
        .join(RoleAssignment, col(RoleAssignment.user_id) == User.id)
        .join(Organisation, col(Organisation.id) == RoleAssignment.organisation_id)
        .where(
            User.id == job.user_id,
            User.state == UserState.ACTIVE,
            RoleAssignment.id == job.assignment_id,
            RoleAssignment.state == AssignmentState.ACTIVE,
            Organisation.state == OrganisationState.ACTIVE,
        )
    )
    row = found.first()
    if row is None:
        raise NOT_ALLOWED()
    user, assignment, organisation = row
    missing_otp = require_otp and assignment.role in TWO_FACTOR_ROLES and not user.otp_confirmed
    actor = Actor(
        user_id=user.id,
        label=user.display_name,
        role=assignment.role,
        organisation_id=organisation.id,
        path=organisation.path,
        permissions=frozenset() if missing_otp else ROLE_PERMISSIONS[assignment.role],
        assignment_id=assignment.id,
        person_id=user.person_id,
        otp_setup_required=missing_otp,
        request_id=job.request_id,
    )
    await narrow(session, scope_of(actor, organisation))
    return actor
