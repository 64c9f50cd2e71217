"""What a shift's screen shows: the rotating code, enough of them ahead to go on without network."""

from datetime import timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.core import clock
from gongwei.core.errors import NOT_FOUND
from gongwei.volunteering.activities.leading import attended_activity
from gongwei.volunteering.activities.models import ActivityState
from gongwei.volunteering.attendance.codes import (
    STEP_SECONDS,
    rotating_code,
    start_of_step,
    step_of,
)
from gongwei.volunteering.attendance.facts import doors_of
from gongwei.volunteering.attendance.problems import CANCELLED, CLOSED
from gongwei.volunteering.attendance.roster import count_attendees
from gongwei.volunteering.attendance.schemas import CodeStepOut, ShiftCodeOut


async def read_shift_code(
    session: AsyncSession, actor: Actor, shift_id: UUID, ahead: timedelta
) -> ShiftCodeOut:
    """The code of now and those of the time ahead. 409 `cancelled` and `closed` for a shift that
    nobody can check in at any more.
    """
    activity = await attended_activity(session, actor, shift_id=shift_id)
    door = (await doors_of(session, [shift_id])).get(shift_id)
    if door is None:
        raise NOT_FOUND()
    now = clock.now()
    if door.shift.cancelled_at is not None or activity.state is ActivityState.CANCELLED:
        raise CANCELLED()
    if now > door.closes_at or activity.state is ActivityState.SETTLED:
        raise CLOSED()
    first, last = step_of(now), step_of(now + ahead)
    codes = [_step(shift_id, step) for step in range(first, last + 1)]
    counts = await count_attendees(session, activity.id, shift_id)
    return ShiftCodeOut(
        shift_id=shift_id, activity_id=activity.id, activity_title=activity.title,
        post=door.shift.post, server_time=now, step_seconds=STEP_SECONDS,
        valid_until=codes[-1].shown_until, code=codes[0].code, codes=codes,
        confirmed=counts["confirmed"], present=counts["inside"], left=counts["left"],
    )  # fmt: skip


def _step(shift_id: UUID, step: int) -> CodeStepOut:
    return CodeStepOut(
        code=rotating_code(shift_id, step),
        shown_from=start_of_step(step),
        shown_until=start_of_step(step + 1),
    )
