"""What stood where on a day: today from `parent_id`, any other day from the dated edges."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Integer,
    and_,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.models import Organisation, OrganisationState
from gongwei.access.permissions import Permission
from gongwei.core import clock
from gongwei.organisations.models import EdgeKind, OrganisationEdge, OrganisationName
from gongwei.organisations.problems import NOT_ON_DATE

READ = Permission.ORGANISATIONS_READ


def among(column: Any, ids: Iterable[UUID]) -> ColumnElement[bool]:
    """Rows whose column is one of these ids, however many: a join, where `= ANY` compares one by
    one."""
    given = literal(list(ids), ARRAY(UuidType()))
    found: ColumnElement[bool] = column.in_(select(func.unnest(given)))
    return found


def valid_on(
    row: type[OrganisationEdge] | type[OrganisationName], day: date
) -> ColumnElement[bool]:
    """Rows whose period contains the day; `valid_to` is the first day after it."""
    return and_(
        col(row.valid_from) <= day, or_(col(row.valid_to).is_(None), col(row.valid_to) > day)
    )


def leads_on(day: date) -> ColumnElement[bool]:
    """Leadership edges of a day."""
    return and_(col(OrganisationEdge.kind) == EdgeKind.LEADERSHIP, valid_on(OrganisationEdge, day))


def is_today(as_of: date | None) -> bool:
    """Whether the present tree answers for this day."""
    return as_of is None or as_of == clock.today()


def links(as_of: date | None) -> FromClause:
    """(child_id, parent_id) of a day: of the present tree, or of its leadership edges."""
    if is_today(as_of):
        here = aliased(Organisation)
        return (
            select(col(here.id).label("child_id"), col(here.parent_id).label("parent_id"))
            .where(col(here.state) == OrganisationState.ACTIVE)
            .subquery()
        )
    assert as_of is not None
    return (
        select(
            col(OrganisationEdge.organisation_id).label("child_id"),
            col(OrganisationEdge.parent_id).label("parent_id"),
        )
        .where(leads_on(as_of))
        .subquery()
    )


def descent(root_id: UUID, as_of: date | None, depth: int | None = None) -> CTE:
    """(id, parent_id, level) of an organisation and what stands below it on a day; its own level
    is 0."""
    start = select(
        literal(root_id, UuidType()).label("id"),
        literal(None, UuidType()).label("parent_id"),
        literal(0, Integer()).label("level"),
    ).cte("descent", recursive=True)
    link = links(as_of)
    step = select(link.c.child_id, link.c.parent_id, start.c.level + 1).join(
        start, link.c.parent_id == start.c.id
    )
    if depth is not None:
        step = step.where(start.c.level < depth)
    return start.union_all(step)


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
