"""What stood above an organisation from a day on, over all the days that follow."""

from datetime import date
from uuid import UUID

from sqlalchemy import CTE, Date, func, literal, or_, select
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.edges import EdgeKind, OrganisationEdge, OrganisationName
from gongwei.access.models import Organisation

LAST_DAY = date(9999, 12, 31)
"""Stands for an open end where two periods are compared."""


def _above(organisation_id: UUID, on: date, kinds: frozenset[EdgeKind]) -> CTE:
    """(parent_id, from_on, to_on): who stood above, and in which part of the days from `on`."""
    edge = OrganisationEdge
    begins, ends = (
        col(edge.valid_from),
        func.coalesce(col(edge.valid_to), literal(LAST_DAY, Date())),
    )
    first_from = func.greatest(begins, literal(on, Date()))
    start = (
        select(
            col(edge.parent_id).label("parent_id"),
            first_from.label("from_on"),
            ends.label("to_on"),
        )
        .where(col(edge.organisation_id) == organisation_id, col(edge.kind).in_(kinds))
        .where(first_from < ends)
        .cte("above", recursive=True)
    )
    next_from, next_to = func.greatest(start.c.from_on, begins), func.least(start.c.to_on, ends)
    step = (
        select(col(edge.parent_id), next_from, next_to)
        .join(start, col(edge.organisation_id) == start.c.parent_id)
        .where(col(edge.kind).in_(kinds), next_from < next_to)
    )
    return start.union(step)


async def stands_above(
    session: AsyncSession,
    upper_id: UUID,
    lower_id: UUID,
    on: date,
    kinds: frozenset[EdgeKind] = frozenset({EdgeKind.LEADERSHIP}),
) -> bool:
    """Whether `upper` is above `lower` on any day from `on`: a circle may lie between then and
    today."""
    above = _above(lower_id, on, kinds)
    found = await session.execute(
        select(above.c.parent_id).where(above.c.parent_id == upper_id).limit(1)
    )
    return found.first() is not None


async def began_on(session: AsyncSession, organisation: Organisation) -> date | None:
    """The first day in the tree; None for the root, which was always there."""
    found: date | None = await session.scalar(
        select(func.min(col(OrganisationEdge.valid_from))).where(
            col(OrganisationEdge.organisation_id) == organisation.id,
            col(OrganisationEdge.kind) == EdgeKind.LEADERSHIP,
        )
    )
    return found


async def open_edge(session: AsyncSession, organisation: Organisation) -> OrganisationEdge | None:
    """The leadership edge that has no end."""
    query = select_rows(OrganisationEdge).where(
        OrganisationEdge.organisation_id == organisation.id,
        OrganisationEdge.kind == EdgeKind.LEADERSHIP,
        col(OrganisationEdge.valid_to).is_(None),
    )
    return (await session.exec(query)).first()


async def open_name(session: AsyncSession, organisation: Organisation) -> OrganisationName | None:
    """The name that has no end."""
    query = select_rows(OrganisationName).where(
        OrganisationName.organisation_id == organisation.id,
        col(OrganisationName.valid_to).is_(None),
    )
    return (await session.exec(query)).first()


async def edges_after(
    session: AsyncSession, organisation_id: UUID, on: date, kind: EdgeKind, *, as_parent: bool
) -> list[OrganisationEdge]:
    """Edges of one kind at this end of it, of which some day from `on` is part."""
    end = OrganisationEdge.parent_id if as_parent else OrganisationEdge.organisation_id
    query = (
        select_rows(OrganisationEdge)
        .where(end == organisation_id, OrganisationEdge.kind == kind)
        .where(or_(col(OrganisationEdge.valid_to).is_(None), col(OrganisationEdge.valid_to) > on))
        .order_by(col(OrganisationEdge.valid_from))
    )
    return list((await session.exec(query)).all())


async def name_held_by(
    session: AsyncSession, parent_id: UUID, name: str, on: date, but: UUID | None
) -> UUID | None:
    """An organisation with this name that the parent leads on some day from `on`."""
    edge, called = OrganisationEdge, OrganisationName
    query = (
        select(col(edge.organisation_id))
        .join(called, col(called.organisation_id) == col(edge.organisation_id))
        .where(
            col(edge.parent_id) == parent_id,
            col(edge.kind) == EdgeKind.LEADERSHIP,
            col(called.name) == name,
            or_(col(edge.valid_to).is_(None), col(edge.valid_to) > on),
            or_(
                col(called.valid_to).is_(None),
                col(called.valid_to) > func.greatest(col(edge.valid_from), literal(on, Date())),
            ),
            or_(col(edge.valid_to).is_(None), col(called.valid_from) < col(edge.valid_to)),
        )
        .limit(1)
    )
    if but is not None:
        query = query.where(col(edge.organisation_id) != but)
    found: UUID | None = await session.scalar(query)
    return found
