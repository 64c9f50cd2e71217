"""What a late entry never exceeds: the first day that is kept, and what an activity was planned for
on a day.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import whole_tree
from gongwei.core import clock
from gongwei.volunteering.activities.models import Activity, Shift
from gongwei.volunteering.hours.problems import LONGER_THAN_PLANNED

EARLIEST = date(1990, 1, 1)
"""No older service is entered: nobody keeps lists of it, and a year before it is mistyped."""


async def shifts_on(
    session: AsyncSession, actor: Actor, activity_id: UUID, day: date
) -> Sequence[Shift]:
    """The shifts that begin on a day, cancelled ones aside, the earliest first."""
    first = clock.start_of(day)
    query = select_rows(Shift).where(
        col(Shift.activity_id) == activity_id,
        col(Shift.cancelled_at).is_(None),
        col(Shift.starts_at) >= first,
        col(Shift.starts_at) < clock.start_of(day + timedelta(days=1)),
    )
    async with whole_tree(session, actor):
        return (await session.exec(query.order_by(col(Shift.starts_at), col(Shift.id)))).all()


def planned_minutes(shifts: Sequence[Shift]) -> int:
    """The longest that one person can have served in these shifts, the earliest first: shifts at
    the same time count once, with the shortest of their breaks taken off.
    """
    total, end = timedelta(), None
    rests: list[int] = []
    for shift in shifts:
        if end is None or shift.starts_at >= end:
            total += shift.ends_at - shift.starts_at
            rests.append(shift.break_minutes)
            end = shift.ends_at
            continue
        total += max(shift.ends_at - end, timedelta())
        rests[-1] = min(rests[-1], shift.break_minutes)
        end = max(end, shift.ends_at)
    return max(total // timedelta(minutes=1) - sum(rests), 0)


async def refuse_longer(
    session: AsyncSession, actor: Actor, activity_id: UUID, day: date, minutes: int
) -> None:
    """Raise `longer_than_planned` (409)."""
    planned = planned_minutes(await shifts_on(session, actor, activity_id, day))
    if minutes <= planned:
        return
    async with whole_tree(session, actor):
        query = select_rows(Activity.title).where(col(Activity.id) == activity_id)
        title = (await session.exec(query)).first() or ""
    raise LONGER_THAN_PLANNED(title=title, planned=planned)
