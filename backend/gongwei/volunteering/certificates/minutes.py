"""The verified minutes that certificates speak of."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import case, func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import whole_tree
from gongwei.volunteering.certificates.models import Certificate
from gongwei.volunteering.hours.models import HoursKind
from gongwei.volunteering.hours.models import VolunteerHours as Hours
from gongwei.volunteering.hours.sums import SETTLED


class Minutes(NamedTuple):
    """Two sums that are never mixed."""

    recorded: int = 0
    late_entry: int = 0


def _columns() -> list[Any]:
    return [
        func.coalesce(func.sum(case((col(Hours.kind) == kind, col(Hours.minutes)), else_=0)), 0)
        for kind in (HoursKind.RECORDED, HoursKind.LATE_ENTRY)
    ]


async def verified_minutes(
    session: AsyncSession, actor: Actor, person_id: UUID, from_on: date, until_on: date
) -> Minutes:
    """A person's verified minutes between two days, wherever they were served."""
    query: Any = select(*_columns()).where(
        col(Hours.person_id) == person_id,
        col(Hours.state).in_(SETTLED),
        col(Hours.day).between(from_on, until_on),
    )
    async with whole_tree(session, actor):
        recorded, late = (await session.execute(query)).one()
    return Minutes(int(recorded), int(late))


async def minutes_of(
    session: AsyncSession, actor: Actor, certificates: Sequence[Certificate]
) -> dict[UUID, Minutes]:
    """The minutes of each: frozen ones as they were issued, those of requests as they are now."""
    found = {one.id: Minutes(one.recorded_minutes, one.late_entry_minutes) for one in certificates}
    open_ids = [one.id for one in certificates if one.number is None]
    if not open_ids:
        return found
    query: Any = (
        select(col(Certificate.id), *_columns())
        .join(Hours, col(Hours.person_id) == col(Certificate.person_id))
        .where(
            col(Certificate.id).in_(open_ids),
            col(Hours.state).in_(SETTLED),
            col(Hours.day).between(col(Certificate.from_on), col(Certificate.until_on)),
        )
        .group_by(col(Certificate.id))
    )
    async with whole_tree(session, actor):
        rows = (await session.execute(query)).all()
    return found | {key: Minutes(int(recorded), int(late)) for key, recorded, late in rows}
