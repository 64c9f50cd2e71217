"""Reminders of what is due: once a day and person, in working hours of working days, and only to
whoever is responsible.
"""

import logging
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, case, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import User, UserState
from gongwei.calendars.problems import YEAR_MISSING
from gongwei.calendars.working_days import is_working_day
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.errors import Problem
from gongwei.tasks.models import Task, TaskReminder
from gongwei.tasks.problems import OFF_HOURS
from gongwei.tasks.reading import TaskLine, desk_line, task_lines
from gongwei.tasks.schemas import ReminderOut
from gongwei.tasks.workflow import OWED

log = logging.getLogger("gongwei.reminders")

HOURS = range(9, 17)
"""Hours of the committee's day in which somebody may be reminded."""
AHEAD = timedelta(days=3)
NAMED = 50
"""Tasks that one reminder names; the rest is on the person's own page."""

_told: set[date] = set()
"""Days on which this process has logged that the calendar is missing."""


async def remind(database: Database, settings: Settings) -> bool:
    """Write today's reminders where there are none yet. Does nothing at night and on days off."""
    moment = clock.now().astimezone(settings.zone)
    if moment.hour not in HOURS:
        return False
    async with database.transaction(WHOLE_TREE) as session:
        if await _is_worked(session, moment.date()):
            await write_reminders(session, moment.date())
    return False


async def _is_worked(session: AsyncSession, day: date) -> bool:
    """False as well when nobody knows, which is logged once a day."""
    try:
        return await is_working_day(session, day)
    except Problem as problem:
        if problem.type is not YEAR_MISSING:
            raise
        if day not in _told:
            _told.add(day)
            log.error("no reminders today: %s %s", problem.detail("zh"), problem.detail("en"))
        return False


async def write_reminders(session: AsyncSession, day: date) -> None:
    """One reminder for each person who owes something that is late or due within three days.

    That there is one a day and person is the database's to keep: whoever comes second writes
    nothing.
    """
    owed: dict[UUID, list[str]] = {}
    for user_id, task_id in await session.execute(_owed_on(day)):
        owed.setdefault(user_id, []).append(str(task_id))
    if owed:
        rows = [
            TaskReminder(user_id=user_id, day=day, task_ids=ids[:NAMED]).model_dump()
            for user_id, ids in owed.items()
        ]
        await session.execute(
            insert(TaskReminder).on_conflict_do_nothing(index_elements=["user_id", "day"]), rows
        )


async def refuse_off_hours(session: AsyncSession) -> None:
    """409 `off_hours` at night and on days off, for reminding by hand; 409
    `calendar_year_missing` when nobody knows the year."""
    if clock.local(clock.now()).hour not in HOURS:
        raise OFF_HOURS()
    if not await is_working_day(session, clock.today()):
        raise OFF_HOURS()


async def remind_now(session: AsyncSession, owed: Mapping[UUID, Sequence[UUID]]) -> None:
    """Name tasks in today's reminder of each responsible person: made where there is none, shown
    again where it was closed."""
    rows = [
        TaskReminder(
            user_id=user_id, day=clock.today(), task_ids=[str(one) for one in ids][:NAMED]
        ).model_dump()
        for user_id, ids in owed.items()
    ]
    made = insert(TaskReminder)
    held, added = col(TaskReminder.task_ids), made.excluded.task_ids
    named = case((held.contains(added), held), else_=added.concat(held))
    await session.execute(
        made.on_conflict_do_update(
            index_elements=["user_id", "day"], set_={"task_ids": named, "seen_at": None}
        ),
        rows,
    )


def _owed_on(day: date) -> Select[Any]:
    """(person, task) of those who were not reminded on that day yet, the most urgent first."""
    reminded = select(col(TaskReminder.user_id)).where(col(TaskReminder.day) == day)
    query: Any = select(col(Task.responsible_user_id), col(Task.id))
    found: Select[Any] = (
        query.join(User, col(User.id) == col(Task.responsible_user_id))
        .where(
            col(Task.due_on) <= day + AHEAD,
            col(Task.state).in_(OWED),
            col(User.state) == UserState.ACTIVE,
            col(User.id).not_in(reminded),
        )
        .order_by(col(Task.due_on), col(Task.id))
    )
    return found


async def read_own(session: AsyncSession, actor: Actor) -> ReminderOut | None:
    """Today's reminder of the caller until it was seen: those of its tasks that are still owed.

    None when there is none, or nothing of it is left in the caller's present role.
    """
    reminder = (await session.execute(_own_today(actor))).scalar_one_or_none()
    if reminder is None:
        return None
    query = task_lines(actor).where(
        col(Task.id).in_([UUID(task_id) for task_id in reminder.task_ids]),
        col(Task.state).in_(OWED),
        col(Task.responsible_user_id) == actor.user_id,
    )
    rows = await session.execute(query.order_by(col(Task.due_on), col(Task.id)))
    tasks = [desk_line(TaskLine(*row)) for row in rows]
    return ReminderOut(day=reminder.day, tasks=tasks) if tasks else None


def _own_today(actor: Actor) -> Select[TaskReminder]:
    return select(TaskReminder).where(
        col(TaskReminder.user_id) == actor.user_id,
        col(TaskReminder.day) == clock.today(),
        col(TaskReminder.seen_at).is_(None),
    )


async def mark_seen(session: AsyncSession, actor: Actor) -> None:
    """Close today's reminder of the caller, if there is one."""
    reminder = (await session.execute(_own_today(actor))).scalar_one_or_none()
    if reminder is not None:
        reminder.seen_at = clock.now()
