"""What the sign-in page may know."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.models import (
    AssignmentState,
    Organisation,
    OrganisationState,
    RoleAssignment,
    User,
)
from gongwei.accounts.demo import DEMO_ACCOUNTS
from gongwei.accounts.public.schemas import DemoAccountOut


async def committee_name(session: AsyncSession) -> str | None:
    """The name of the organisation at the root; None on an empty installation."""
    query = select(Organisation.name).where(
        col(Organisation.parent_id).is_(None), Organisation.state == OrganisationState.ACTIVE
    )
    return (await session.exec(query.order_by(col(Organisation.path)).limit(1))).first()


async def demo_accounts(session: AsyncSession) -> list[DemoAccountOut]:
    """The demonstration's accounts that are there, in their listed order."""
    query = (
        select(User.username, RoleAssignment.role, Organisation.id, Organisation.name)
        .join(RoleAssignment, col(RoleAssignment.user_id) == col(User.id))
        .join(Organisation, col(Organisation.id) == col(RoleAssignment.organisation_id))
        .where(
            col(User.username).in_([account.username for account in DEMO_ACCOUNTS]),
            RoleAssignment.state == AssignmentState.ACTIVE,
        )
    )
    places = {
        (name, role): (place, title) for name, role, place, title in await session.exec(query)
    }
    return [
        DemoAccountOut(
            username=account.username,
            password=account.password,
            role=account.role,
            display_name=account.display_name,
            organisation_id=places[account.username, account.role][0],
            organisation=places[account.username, account.role][1],
        )
        for account in DEMO_ACCOUNTS
        if (account.username, account.role) in places
    ]
