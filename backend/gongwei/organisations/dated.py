"""What stood where on a day: today from `parent_id`, any other day from the dated edges."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import CTE, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among, is_today, links, valid_on
from gongwei.access.edges import OrganisationName
from gongwei.access.models import Organisation, OrganisationState
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.organisations.problems import NOT_ON_DATE

READ = Permission.ORGANISATIONS_READ


def climb(start_ids: Collection[UUID], as_of: date | None) -> CTE:
    """(id, parent_id) of these organisations and everything above them on a day, each once."""
    link = links(as_of)
    start = (
        select(link.c.child_id.label("id"), link.c.parent_id.label("parent_id"))
        .where(among(link.c.child_id, start_ids))
        .cte("climb", recursive=True)
    )
    above = links(as_of)
    step = select(above.c.child_id, above.c.parent_id).join(
        start, above.c.child_id == start.c.parent_id
    )
    return start.union(step)


async def depths_on(
    session: AsyncSession, actor: Actor, ids: Collection[UUID], as_of: date | None
) -> dict[UUID, int]:
    """How many stood above each of these on a day, in the whole tree: also above what the caller
    sees of it. Level by level, as the tree is read (`tree_items`)."""
    parents: dict[UUID, UUID | None] = {}
    level = set(ids)
    async with whole_tree(session, actor):
        while level:
            found = await parents_on(session, level, as_of)
            parents |= found
            level = {above for above in found.values() if above is not None} - parents.keys()
    return {one: _steps_up(parents, one) for one in ids}


def _steps_up(parents: Mapping[UUID, UUID | None], at: UUID) -> int:
    steps = 0
    while (parent := parents.get(at)) is not None:
        at, steps = parent, steps + 1
    return steps


async def exists_on(session: AsyncSession, organisation: Organisation, as_of: date | None) -> bool:
    """Whether the organisation is in the tree of that day. The root always is."""
    if is_today(as_of):
        return organisation.state is OrganisationState.ACTIVE
    if organisation.parent_id is None:
        return True
    link = links(as_of)
    found = await session.execute(select(link.c.child_id).where(link.c.child_id == organisation.id))
    return found.first() is not None


async def require_on(session: AsyncSession, organisation: Organisation, as_of: date | None) -> None:
    """Raise `organisation_not_on_date` (404) for a day on which it was not in the tree."""
    if as_of is not None and not await exists_on(session, organisation, as_of):
        raise NOT_ON_DATE(name=organisation.name, on=as_of)


async def parents_on(
    session: AsyncSession, ids: Collection[UUID], as_of: date | None
) -> dict[UUID, UUID | None]:
    """Who led each of these organisations on a day; those not in the tree are missing."""
    link = links(as_of)
    query = select(link.c.child_id, link.c.parent_id).where(among(link.c.child_id, ids))
    return {row[0]: row[1] for row in await session.execute(query)}


@dataclass(frozen=True)
class Naming:
    """What an organisation is called on a day."""

    name: str
    short_name: str


async def names_on(
    session: AsyncSession, ids: Collection[UUID], as_of: date | None
) -> dict[UUID, Naming]:
    """The dated names of a day; empty for today, whose names stand in the organisations
    themselves."""
    if is_today(as_of) or not ids:
        return {}
    assert as_of is not None
    query = select(
        col(OrganisationName.organisation_id),
        col(OrganisationName.name),
        col(OrganisationName.short_name),
    ).where(among(col(OrganisationName.organisation_id), ids), valid_on(OrganisationName, as_of))
    return {row[0]: Naming(row[1], row[2]) for row in await session.execute(query)}


async def children_on(
    session: AsyncSession, ids: Collection[UUID], as_of: date | None
) -> Sequence[tuple[UUID, UUID]]:
    """(child, parent) of everything directly below these organisations on a day."""
    if not ids:
        return []
    link = links(as_of)
    query = select(link.c.child_id, link.c.parent_id).where(among(link.c.parent_id, ids))
    return [(row[0], row[1]) for row in await session.execute(query)]
