"""An activity is settled when all its hours are decided."""

from sqlalchemy import func, select, text
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.core.db import SCOPE_SETTING, WHOLE_TREE, narrow
from gongwei.volunteering.activities.models import Activity
from gongwei.volunteering.hours.models import VolunteerHours
from gongwei.volunteering.hours.problems import HOURS_PENDING
from gongwei.volunteering.hours.sums import OPEN


async def refuse_unsettled(session: AsyncSession, activity: Activity) -> None:
    """Raise `hours_pending` (409) while hours of anybody, anywhere in the tree, are undecided."""
    await session.flush()
    setting = text("SELECT current_setting(:name, true)")
    present = await session.scalar(setting, {"name": SCOPE_SETTING})
    await narrow(session, WHOLE_TREE)
    undecided = await session.scalar(
        select(func.count())
        .select_from(VolunteerHours)
        .where(col(VolunteerHours.activity_id) == activity.id, col(VolunteerHours.state).in_(OPEN))
    )
    await narrow(session, present or "")
    if undecided:
        raise HOURS_PENDING(title=activity.title, count=undecided)
