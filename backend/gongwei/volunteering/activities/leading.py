"""Who takes attendance of an activity: whoever holds the permission over it, and its leader."""

from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from gongwei.access.actor import Actor
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import refuse_unready, visible
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import NOT_ALLOWED, NOT_FOUND
from gongwei.volunteering.activities.models import Activity, Shift

READ, TAKE = Permission.VOLUNTEERING_READ, Permission.ATTENDANCE_TAKE


def leads(actor: Actor, activity: Activity) -> bool:
    """Whether the caller's own person leads the activity."""
    is_own = activity.leader_id is not None and activity.leader_id == actor.person_id
    return is_own and actor.may(Permission.VOLUNTEERING_SERVE)


async def takes_attendance(session: AsyncSession, actor: Actor, activity: Activity) -> bool:
    """Whether the caller may start, complete and take attendance of the activity."""
    if leads(actor, activity):
        return True
    query = visible(actor, Activity, TAKE).where(col(Activity.id) == activity.id)
    return (await session.exec(query)).first() is not None


async def attended_activity(
    session: AsyncSession,
    actor: Actor,
    activity_id: UUID | None = None,
    *,
    shift_id: UUID | None = None,
    lock: bool = False,
) -> Activity:
    """The activity, or that of a shift, for somebody who takes its attendance; locked on request.

    404 for what the caller may not know, 403 for what it may know but not attend to. Its leader may
    stand anywhere in the tree: then the rest of the transaction has the whole tree in view, so what
    follows asks for this activity's own records.
    """
    refuse_unready(actor)
    if activity_id is None:
        activity_id = await _activity_of(session, actor, shift_id)
    led = await led_activity(session, actor, activity_id, lock=lock)
    if led is not None:
        await narrow(session, WHOLE_TREE)
        return led
    query = visible(actor, Activity, READ).where(col(Activity.id) == activity_id)
    activity = (await session.exec(_locked(query) if lock else query)).first()
    if activity is None:
        raise NOT_FOUND()
    if not actor.may(TAKE):
        raise NOT_ALLOWED()
    return activity


async def _activity_of(session: AsyncSession, actor: Actor, shift_id: UUID | None) -> UUID:
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, Shift, READ).where(col(Shift.id) == shift_id)
        shift = (await session.exec(query)).first()
    if shift is None:
        raise NOT_FOUND()
    return shift.activity_id


async def led_activity(
    session: AsyncSession, actor: Actor, activity_id: UUID, *, lock: bool = False
) -> Activity | None:
    """The activity if the caller's own person leads it, wherever it stands in the tree."""
    if actor.person_id is None or not actor.may(Permission.VOLUNTEERING_SERVE):
        return None
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, Activity, READ).where(
            col(Activity.id) == activity_id, col(Activity.leader_id) == actor.person_id
        )
        return (await session.exec(_locked(query) if lock else query)).first()


def _locked(query: SelectOfScalar[Activity]) -> SelectOfScalar[Activity]:
    return query.with_for_update().execution_options(populate_existing=True)
