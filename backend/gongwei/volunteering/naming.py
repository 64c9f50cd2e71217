"""Names of what stands around volunteering's records, as far as the reader may see them."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope

NAMELESS = "—"
"""Stands for what the reader may not see."""


@dataclass(frozen=True)
class Named:
    """A person by name, and the name of the organisation that holds the person's record."""

    name: str
    organisation_name: str


@asynccontextmanager
async def whole_view(session: AsyncSession, actor: Actor, reader: Actor) -> AsyncIterator[None]:
    """The whole tree inside the block; the caller in an own matter, who is another `reader`, has it
    in view already, and keeps it.
    """
    if reader is not actor:
        yield
        return
    async with whole_tree(session, actor):
        yield


async def people(
    session: AsyncSession, actor: Actor, reader: Actor, ids: Iterable[UUID | None]
) -> dict[UUID, Named]:
    """Who leads, belongs to or comes to what the reader has selected, by id: whoever runs a team or
    an activity knows those people by name, also where another organisation holds their record.
    """
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    query = (
        select(col(Person.id), col(Person.name), col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(Person.organisation_id))
        .where(among(col(Person.id), wanted))
    )
    async with whole_view(session, actor, reader):
        found = (await session.execute(query)).all()
    return {person: Named(name, place) for person, name, place in found}


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
