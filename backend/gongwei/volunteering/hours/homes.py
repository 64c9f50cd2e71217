"""Which organisation somebody belonged to on a day. Volunteering imports nothing of members: light
tables by their names.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import Date, Uuid, and_, column, func, or_, select, table
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope

MEMBER = table("member", column("id", Uuid), column("person_id", Uuid))
MEMBERSHIP = table(
    "membership",
    column("organisation_id", Uuid),
    column("member_id", Uuid),
    column("valid_from", Date),
    column("valid_to", Date),
)


async def reached(session: AsyncSession, actor: Actor, places: Collection[UUID]) -> set[UUID]:
    """Those of these organisations that stand in the caller's subtree: nobody enters hours for
    organisations of others.
    """
    query = select(col(Organisation.id)).where(
        in_scope(actor, Organisation, Permission.HOURS_ENTER), among(col(Organisation.id), places)
    )
    return set((await session.execute(query)).scalars())


async def homes_on(
    session: AsyncSession, person_ids: Collection[UUID], day: date
) -> dict[UUID, UUID]:
    """The branch whose roster held each on that day, else the organisation that holds the person's
    record now.
    """
    ends = MEMBERSHIP.c.valid_to
    then = and_(
        MEMBERSHIP.c.member_id == MEMBER.c.id,
        MEMBERSHIP.c.valid_from <= day,
        or_(ends.is_(None), ends > day),
    )
    home = func.coalesce(MEMBERSHIP.c.organisation_id, col(Person.organisation_id))
    query = (
        select(col(Person.id), home)
        .outerjoin(MEMBER, MEMBER.c.person_id == col(Person.id))
        .outerjoin(MEMBERSHIP, then)
        .where(among(col(Person.id), person_ids))
    )
    return dict((await session.execute(query)).all())
