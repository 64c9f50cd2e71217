"""An activity is settled when all its hours are decided."""

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import whole_tree
from gongwei.volunteering.activities.models import Activity
from gongwei.volunteering.hours.models import VolunteerHours
from gongwei.volunteering.hours.problems import HOURS_PENDING
from gongwei.volunteering.hours.sums import OPEN


async def refuse_unsettled(session: AsyncSession, actor: Actor, activity: Activity) -> None:
    """Raise `hours_pending` (409) while hours of anybody, anywhere in the tree, are undecided."""
    undecided = (
        select(func.count())
        .select_from(VolunteerHours)
        .where(col(VolunteerHours.activity_id) == activity.id, col(VolunteerHours.state).in_(OPEN))
    )
    await session.flush()
    async with whole_tree(session, actor):
        count = await session.scalar(undecided)
    if count:
        raise HOURS_PENDING(title=activity.title, count=count)
