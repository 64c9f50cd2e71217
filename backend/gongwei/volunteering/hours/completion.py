"""What completing an activity, and judging its check-ins afterwards, does to the hours; it is
registered where those acts look.
"""

from uuid import UUID

from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.volunteering.activities.models import Activity, ActivityState
from gongwei.volunteering.activities.reactions import after_completion, before_settling
from gongwei.volunteering.attendance.models import CheckIn
from gongwei.volunteering.attendance.reactions import after_judging
from gongwei.volunteering.hours.computing import compute_hours, recompute
from gongwei.volunteering.hours.pairs import PersonDay
from gongwei.volunteering.hours.settling import refuse_unsettled

ENDED = (ActivityState.COMPLETED, ActivityState.SETTLED)


async def on_completed(session: AsyncSession, actor: Actor, activity: Activity) -> None:
    """The activity is over: everybody's hours are computed and wait for verification."""
    await compute_hours(session, actor, activity)


async def on_judged(session: AsyncSession, actor: Actor, check_in: CheckIn) -> None:
    """A check-in was accepted or annulled: where the activity is over, the hours follow."""
    activity = await _activity(session, check_in.activity_id)
    if activity is not None and activity.state in ENDED:
        people = [PersonDay(check_in.person_id, check_in.day)]
        await recompute(session, actor, activity, people)


async def _activity(session: AsyncSession, activity_id: UUID) -> Activity | None:
    await session.flush()
    await narrow(session, WHOLE_TREE)
    return (
        await session.exec(select_rows(Activity).where(col(Activity.id) == activity_id))
    ).first()


after_completion(on_completed)
before_settling(refuse_unsettled)
after_judging(on_judged)
