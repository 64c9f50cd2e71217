"""Tasks that another feature gave: found and moved along by the record that they came from.

The feature judges who may act upon its record, and the tasks follow within that act, in the name of
whoever does it. The rules of tasks stay: done late is remembered, and another person verifies.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.tasks.models import Task, TaskState
from gongwei.tasks.moving import move
from gongwei.tasks.schemas import OriginIn
from gongwei.tasks.workflow import OWED, TaskAction

READ = Permission.TASKS_READ
KEY: Any = col(Task.id)


async def tasks_from(
    session: AsyncSession, actor: Actor, origin_type: str, origin_ids: Sequence[UUID]
) -> Mapping[UUID, list[Task]]:
    """The tasks that came of each record, as far as the caller may read them, in the order in which
    they were given."""
    found: dict[UUID, list[Task]] = {origin_id: [] for origin_id in origin_ids}
    query = visible(actor, Task, READ).where(
        col(Task.origin_type) == origin_type, col(Task.origin_id).in_(origin_ids)
    )
    for task in (await session.exec(query.order_by(KEY))).all():
        if task.origin_id is not None:
            found[task.origin_id].append(task)
    return found


async def tasks_of(session: AsyncSession, actor: Actor, origin: OriginIn) -> Sequence[Task]:
    """The tasks that came of one record, locked, so that they can be moved along with it."""
    query = (
        visible(actor, Task, READ)
        .where(col(Task.origin_type) == origin.type, col(Task.origin_id) == origin.id)
        .order_by(KEY)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).all()


async def start_given(session: AsyncSession, actor: Actor, origin: OriginIn) -> None:
    """Start what nobody has begun yet."""
    for task in await tasks_of(session, actor, origin):
        if task.state is TaskState.OPEN:
            move(session, actor, task, TaskAction.START)


async def submit_given(
    session: AsyncSession, actor: Actor, origin: OriginIn, on: date | None = None
) -> None:
    """Submit what is still owed as done on a day, today when left out: after its date it is late
    for ever."""
    await start_given(session, actor, origin)
    for task in await tasks_of(session, actor, origin):
        if task.state in OWED:
            move(session, actor, task, TaskAction.SUBMIT, on=on)


async def verify_given(
    session: AsyncSession, actor: Actor, origin: OriginIn, reason: str | None = None
) -> None:
    """Verify what is submitted. 403 `own_work` for whoever submitted any of it."""
    for task in await tasks_of(session, actor, origin):
        if task.state is TaskState.SUBMITTED:
            move(session, actor, task, TaskAction.VERIFY, reason)


async def reject_given(
    session: AsyncSession, actor: Actor, origin: OriginIn, reason: str | None
) -> None:
    """Give back what is submitted. 403 `own_work` for whoever submitted any of it."""
    for task in await tasks_of(session, actor, origin):
        if task.state is TaskState.SUBMITTED:
            move(session, actor, task, TaskAction.REJECT, reason)


async def cancel_given(
    session: AsyncSession, actor: Actor, origin: OriginIn, reason: str | None
) -> None:
    """Cancel what is owed or waits to be verified."""
    for task in await tasks_of(session, actor, origin):
        if task.state in OWED or task.state is TaskState.SUBMITTED:
            move(session, actor, task, TaskAction.CANCEL, reason)
