"""What stands beside volunteering: who is on which roster, and so who leads somebody.

Volunteering imports nothing of members: a light table by its name.
"""

from uuid import UUID

from sqlalchemy import String, Uuid, column, select, table
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.models import SEGMENT, Organisation

MEMBER = table(
    "member",
    column("person_id", Uuid),
    column("organisation_id", Uuid),
    column("group_id", Uuid),
    column("state", String),
)

ON_THE_ROSTER = "active"


async def places_above(session: AsyncSession, person_id: UUID) -> frozenset[UUID]:
    """The branch and group whose roster holds somebody now, and every organisation above them.

    Empty for somebody who is on no roster. Ask it with the whole tree in view.
    """
    own = select(MEMBER.c.organisation_id, MEMBER.c.group_id).where(
        MEMBER.c.person_id == person_id, MEMBER.c.state == ON_THE_ROSTER
    )
    places = {one for row in (await session.execute(own)).all() for one in row if one is not None}
    paths = await session.scalars(
        select(col(Organisation.path)).where(col(Organisation.id).in_(places))
    )
    above = {path[:end] for path in paths for end in range(SEGMENT, len(path) + 1, SEGMENT)}
    found = await session.scalars(
        select(col(Organisation.id)).where(col(Organisation.path).in_(above))
    )
    return frozenset(found)
