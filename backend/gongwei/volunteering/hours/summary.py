"""Sums of hours: by organisation and month from what is folded and what is not yet, by team and
person from the rows.
"""

from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import case, func, select, union_all
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import Reach
from gongwei.access.models import SEGMENT, Organisation
from gongwei.access.scope import allow, below, fetch
from gongwei.volunteering.hours.figures import Figures, as_figures, in_months
from gongwei.volunteering.hours.models import HoursDelta, HoursKind, HoursSum
from gongwei.volunteering.hours.reading import READ
from gongwei.volunteering.hours.row_sums import by_row
from gongwei.volunteering.hours.schemas import (
    HoursSummaryBy,
    HoursSummaryLineOut,
    HoursSummaryOut,
    HoursSummaryQuery,
)

By = Literal["place", "month"]


async def summarise(
    session: AsyncSession, actor: Actor, asked: HoursSummaryQuery
) -> HoursSummaryOut:
    """The sums that were asked for, of the caller's own subtree where no organisation is named.

    403 without the permission, 404 outside the subtree.
    """
    allow(actor, READ)
    chosen = asked.organisation_id or actor.organisation_id
    organisation = await fetch(session, actor, Organisation, chosen, read=READ)
    if asked.by is HoursSummaryBy.ORGANISATION:
        return await _by_organisation(session, organisation, asked)
    if asked.by is HoursSummaryBy.MONTH:
        return await _by_month(session, organisation, asked)
    return await by_row(session, actor, organisation, asked)


async def _sums_of(
    session: AsyncSession, organisations: Sequence[Organisation], asked: HoursSummaryQuery, by: By
) -> dict[Any, Figures]:
    """The sums of the subtrees of these organisations, which stand at one depth, each or by month.

    One statement, so that nothing is folded between two readings: what is folded, and what is not
    yet.
    """
    if not organisations:
        return {}
    ids = [one.id for one in organisations]
    places = select(col(Organisation.id), col(Organisation.path)).where(
        col(Organisation.id).in_(ids)
    )
    named = places.subquery("places")
    length = (organisations[0].depth + 1) * SEGMENT
    sums: Any = select(
        col(HoursSum.organisation_id).label("place"), col(HoursSum.month), col(HoursSum.kind),
        col(HoursSum.settled), col(HoursSum.minutes), col(HoursSum.entries),
    )  # fmt: skip
    fresh: Any = select(
        named.c.id.label("place"), col(HoursDelta.month), col(HoursDelta.kind),
        col(HoursDelta.settled), col(HoursDelta.minutes), col(HoursDelta.entries),
    )  # fmt: skip
    fresh = (
        fresh.select_from(HoursDelta)
        .join(Organisation, col(Organisation.id) == col(HoursDelta.organisation_id))
        .join(named, named.c.path == func.left(col(Organisation.path), length))
    )
    both = union_all(
        sums.where(col(HoursSum.organisation_id).in_(ids), *in_months(asked, col(HoursSum.month))),
        fresh.where(*in_months(asked, col(HoursDelta.month))),
    ).subquery()
    key = both.c[by]
    query = select(key, *_figures(both.c)).group_by(key)
    return {place: as_figures(row) for place, *row in (await session.execute(query)).all()}


def _figures(row: Any) -> list[Any]:
    """Columns of `Figures`, from minutes of a kind that are settled or not."""
    recorded = row.settled & (row.kind == HoursKind.RECORDED)
    late = row.settled & (row.kind == HoursKind.LATE_ENTRY)
    minutes = [
        func.coalesce(func.sum(case((condition, row.minutes), else_=0)), 0)
        for condition in (recorded, late, ~row.settled)
    ]
    return [*minutes, func.coalesce(func.sum(row.entries), 0)]


async def _by_organisation(
    session: AsyncSession, organisation: Organisation, asked: HoursSummaryQuery
) -> HoursSummaryOut:
    found = await _sums_of(session, [organisation], asked, "place")
    whole = found.get(organisation.id, Figures())
    children = await _children(session, organisation)
    figures = await _sums_of(session, children, asked, "place")
    own = whole
    for one in figures.values():
        own = own.with_sign(one, -1)
    lines = [(organisation, own)] if own != Figures() else []
    if asked.scope is Reach.SUBTREE:
        lines += [(one, figures[one.id]) for one in children if one.id in figures]
    total = whole if asked.scope is Reach.SUBTREE else own
    return HoursSummaryOut(
        items=[
            HoursSummaryLineOut(id=place.id, name=place.name, month=None, **one.named())
            for place, one in lines
        ],
        **total.named(),
    )


async def _children(session: AsyncSession, organisation: Organisation) -> Sequence[Organisation]:
    """Directly below, dissolved ones included, in the committee's order."""
    query: Any = (
        select(Organisation)
        .where(below(organisation.path), col(Organisation.parent_id) == organisation.id)
        .order_by(col(Organisation.position), col(Organisation.path))
    )
    found: Sequence[Organisation] = (await session.execute(query)).scalars().all()
    return found


async def _by_month(
    session: AsyncSession, organisation: Organisation, asked: HoursSummaryQuery
) -> HoursSummaryOut:
    months = await _sums_of(session, [organisation], asked, "month")
    if asked.scope is Reach.SELF:
        children = await _children(session, organisation)
        lower = await _sums_of(session, children, asked, "month")
        months = {
            month: one.with_sign(lower.get(month, Figures()), -1) for month, one in months.items()
        }
    total = Figures()
    for one in months.values():
        total = total.with_sign(one, 1)
    items = [
        HoursSummaryLineOut(id=None, name=None, month=f"{month:%Y-%m}", **one.named())
        for month, one in sorted(months.items())
        if one != Figures()
    ]
    return HoursSummaryOut(items=items, **total.named())
