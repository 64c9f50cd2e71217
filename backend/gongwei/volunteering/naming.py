"""Names of what stands around volunteering's records, as far as the reader may see them."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope

NAMELESS = "—"
"""Stands for somebody whose record the reader may not see."""


async def person_names(
    session: AsyncSession, reader: Actor, ids: Iterable[UUID | None]
) -> dict[UUID, str]:
    """Names of people by id."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    query = select(col(Person.id), col(Person.name)).where(
        in_scope(reader, Person, Permission.VOLUNTEERING_READ), among(col(Person.id), wanted)
    )
    return {row[0]: row[1] for row in (await session.execute(query)).all()}


async def places_of(
    session: AsyncSession, reader: Actor, ids: Iterable[UUID]
) -> dict[UUID, tuple[str, str]]:
    """Name and path of organisations by id."""
    query = select(col(Organisation.id), col(Organisation.name), col(Organisation.path)).where(
        in_scope(reader, Organisation, Permission.ORGANISATIONS_READ),
        among(col(Organisation.id), set(ids)),
    )
    return {row[0]: (row[1], row[2]) for row in (await session.execute(query)).all()}


def reaches(actor: Actor, path: str) -> bool:
    """Whether a path is in the caller's subtree, and the caller may read volunteering there."""
    return actor.may(Permission.VOLUNTEERING_READ) and path.startswith(actor.path)
