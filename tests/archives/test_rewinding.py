"""What a record held on a day, read back from the log."""

from datetime import UTC, date, datetime

from httpx import AsyncClient
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import officer
from factories.world import World
from gongwei.audit.record import record
from gongwei.audit.rewinding import as_they_were, entered_on
from gongwei.core import clock
from gongwei.core.db import Database
from gongwei.tasks.models import Task
from gongwei.tasks.workflow import TASK, TaskAction


async def _task_of_three_days(database: Database, world: World) -> Task:
    """Given on the 1st, put off on the 3rd, started on the 5th."""
    actor = officer(world)
    at = world["finance"].id
    with clock.Frozen(datetime(2026, 3, 1, 2, tzinfo=UTC)):
        async with database.transaction("*") as session:
            task = Task(
                organisation_id=at, given_from_id=at, title="任务", given_by_label="甲",
                due_on=date(2026, 4, 1), original_due_on=date(2026, 4, 1),
            )  # fmt: skip
            session.add(task)
            record(session, actor, "task.create", task)
    with clock.Frozen(datetime(2026, 3, 3, 2, tzinfo=UTC)):
        async with database.transaction("*") as session:
            task = await session.get_one(Task, task.id)
            task.due_on = date(2026, 5, 1)
            record(session, actor, "task.extend", task)
    with clock.Frozen(datetime(2026, 3, 5, 2, tzinfo=UTC)):
        async with database.transaction("*") as session:
            task = await session.get_one(Task, task.id)
            TASK.apply(task, TaskAction.START, ())
            record(session, actor, "task.start", task)
    return task


async def test_a_column_is_what_it_was_at_the_end_of_the_day(
    database: Database, world: World, session: AsyncSession
) -> None:
    task = await session.get_one(Task, (await _task_of_three_days(database, world)).id)
    held = []
    for day in (1, 2, 3, 4, 5, 6):
        then = await as_they_were(session, [task], ("state", "due_on"), date(2026, 3, day))
        held.append((then[task.id]["state"], then[task.id]["due_on"]))
    before, put_off = ("open", "2026-04-01"), ("open", "2026-05-01")
    started = ("in_progress", "2026-05-01")
    assert held == [before, before, put_off, put_off, started, started]


async def test_before_its_first_day_a_record_is_as_it_was_entered(
    database: Database, world: World, session: AsyncSession
) -> None:
    task = await session.get_one(Task, (await _task_of_three_days(database, world)).id)
    then = await as_they_were(session, [task], ("title",), date(2000, 1, 1))
    assert then == {task.id: {"title": "任务"}}
    assert await as_they_were(session, [], ("title",), date(2000, 1, 1)) == {}


async def test_when_an_act_was_entered(
    database: Database, world: World, session: AsyncSession, client: AsyncClient
) -> None:
    task = await session.get_one(Task, (await _task_of_three_days(database, world)).id)
    assert await entered_on(session, [task], "task.start") == {task.id: date(2026, 3, 5)}
    assert await entered_on(session, [task], "task.verify") == {}
