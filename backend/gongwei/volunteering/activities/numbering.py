"""Numbers of activities: HD, the day of their entry, and a running number of that day."""

from datetime import timedelta

from sqlalchemy import Integer, cast, func, text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import whole_tree
from gongwei.core import clock
from gongwei.volunteering.activities.models import Activity

NUMBER_LOCK = 0x4844


async def next_number(session: AsyncSession, actor: Actor) -> str:
    """The next number of today in the whole tree, such as `HD20261126001`; whoever asks at the same
    time waits until this transaction ends.
    """
    today = clock.today()
    prefix, after = (f"HD{day:%Y%m%d}" for day in (today, today + timedelta(days=1)))
    await session.execute(
        text("SELECT pg_advisory_xact_lock(:lock, :day)"),
        {"lock": NUMBER_LOCK, "day": today.toordinal()},
    )
    running = cast(func.substr(col(Activity.number), len(prefix) + 1), Integer)
    async with whole_tree(session, actor):
        last = await session.scalar(
            select(func.max(running)).where(
                col(Activity.number) >= prefix, col(Activity.number) < after
            )
        )
    return f"{prefix}{(last or 0) + 1:03d}"
