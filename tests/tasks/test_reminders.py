"""Reminders: once a day and person, in working hours of working days, to the responsible alone."""

import asyncio
import logging
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from httpx import AsyncClient
from sqlmodel import col, select

from factories.world import World, commit_unrecorded
from gongwei import worker
from gongwei.access.models import User, UserState
from gongwei.calendars.models import CalendarDay, CalendarYear, DayKind
from gongwei.core.clock import Frozen
from gongwei.core.config import Settings, load_settings
from gongwei.core.db import Database, narrow
from gongwei.tasks import reminders
from gongwei.tasks.models import Task, TaskReminder, TaskState
from gongwei.tasks.reminders import remind
from tasks.acts import act, give

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 3, 2)
REMINDER = "/api/v1/me/reminder"


def at(day: date, hour: int, minute: int = 0) -> Frozen:
    return Frozen(datetime(day.year, day.month, day.day, hour, minute, tzinfo=SHANGHAI))


async def owing(
    client: AsyncClient, world: World, due: date, who: str | None = "secretary", **more: Any
) -> dict[str, Any]:
    """A task due on a day, of one person or of nobody."""
    user_id = str(world.users[who].id) if who else None
    return await give(client, world, due_on=str(due), responsible_user_id=user_id, **more)


async def reminded(database: Database) -> list[tuple[Any, date, list[str]]]:
    async with database.transaction("*") as session:
        query = select(TaskReminder).order_by(col(TaskReminder.day))
        found = (await session.exec(query)).all()
        return [(one.user_id, one.day, one.task_ids) for one in found]


@pytest.mark.parametrize(
    ("day", "hour", "minute", "comes"),
    [
        (MONDAY, 9, 0, True),
        (MONDAY, 16, 59, True),
        (MONDAY, 8, 59, False),
        (MONDAY, 17, 0, False),
        (MONDAY, 23, 30, False),
        (date(2026, 3, 1), 10, 0, False),  # a Sunday
        (date(2026, 2, 28), 10, 0, True),  # a Saturday made up
        (date(2026, 2, 23), 10, 0, False),  # a Monday off
    ],
)
async def test_reminders_come_in_working_hours_of_working_days(
    client: AsyncClient, database: Database, settings: Settings, world: World,
    day: date, hour: int, minute: int, comes: bool,
) -> None:  # fmt: skip
    task = await owing(client, world, day)
    with at(day, hour, minute):
        assert await remind(database, settings) is False
    expected = [(world.users["secretary"].id, day, [task["id"]])] if comes else []
    assert await reminded(database) == expected


async def test_the_hours_are_those_of_the_committees_time_zone(
    client: AsyncClient, database: Database, settings: Settings, world: World
) -> None:
    await owing(client, world, MONDAY)
    elsewhere = load_settings(
        token_key=settings.token_key, data_key=settings.data_key, time_zone="America/New_York"
    )
    with at(MONDAY, 10):
        await remind(database, elsewhere)
    assert await reminded(database) == []


async def test_what_is_late_or_due_within_three_days_is_named_the_most_urgent_first(
    client: AsyncClient, database: Database, settings: Settings, world: World
) -> None:
    soon = await owing(client, world, date(2026, 3, 5), title="三天内")
    await owing(client, world, date(2026, 3, 6), title="四天后")
    late = await owing(client, world, date(2026, 2, 1), title="已逾期")
    done = await owing(client, world, MONDAY, title="已提交")
    await act(client, world, "secretary", done, "start")
    await act(client, world, "secretary", done, "submit")
    started = await owing(client, world, MONDAY, title="办理中")
    await act(client, world, "secretary", started, "start")
    gone = await owing(client, world, MONDAY, title="已取消")
    await act(client, world, "officer", gone, "cancel", reason="不再需要")
    with at(MONDAY, 9):
        await remind(database, settings)
    expected = [late["id"], started["id"], soon["id"]]
    assert await reminded(database) == [(world.users["secretary"].id, MONDAY, expected)]


async def test_only_the_responsible_person_is_reminded_and_nobody_of_a_task_without_one(
    client: AsyncClient, database: Database, settings: Settings, world: World
) -> None:
    await owing(client, world, MONDAY, who=None)
    own = await owing(client, world, MONDAY, who="clerk")
    left = await owing(client, world, MONDAY, who="secretary")
    async with database.new_session() as session:
        user = (
            await session.exec(select(User).where(User.id == world.users["secretary"].id))
        ).one()
        user.state = UserState.DISABLED
        await commit_unrecorded(session)
    with at(MONDAY, 9):
        await remind(database, settings)
    assert left["id"] not in str(await reminded(database))
    assert await reminded(database) == [(world.users["clerk"].id, MONDAY, [own["id"]])]


async def test_once_a_day_is_enough_and_the_next_comes_on_the_next_working_day(
    client: AsyncClient, database: Database, settings: Settings, world: World
) -> None:
    friday, monday = date(2026, 3, 6), date(2026, 3, 9)
    await owing(client, world, friday)
    for day in (friday, date(2026, 3, 7), date(2026, 3, 8), monday):
        for hour in (9, 12, 16):
            with at(day, hour):
                await owing(client, world, day)
                await remind(database, settings)
    found = await reminded(database)
    assert [day for _, day, _ in found] == [friday, monday]
    assert [len(tasks) for _, _, tasks in found] == [2, 11]


async def test_a_reminder_names_fifty_tasks_at_most(
    client: AsyncClient, database: Database, settings: Settings, world: World,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(reminders, "NAMED", 2)
    for _ in range(3):
        await owing(client, world, MONDAY)
    with at(MONDAY, 9):
        await remind(database, settings)
    assert [len(tasks) for _, _, tasks in await reminded(database)] == [2]


async def test_two_workers_at_once_make_one_reminder(
    separate: Database, settings: Settings, world_apart: World
) -> None:
    world = world_apart
    async with separate.new_session() as session:
        await narrow(session, "*")
        for who in ("secretary", "clerk"):
            session.add(
                Task(
                    organisation_id=world["finance"].id, given_from_id=world["root"].id,
                    title="到期", due_on=MONDAY, original_due_on=MONDAY,
                    responsible_user_id=world.users[who].id, given_by_label="工委",
                    state=TaskState.OPEN,
                )
            )  # fmt: skip
        await commit_unrecorded(session)
    with at(MONDAY, 10):
        await asyncio.gather(*(remind(separate, settings) for _ in range(8)))
    found = await reminded(separate)
    assert len(found) == 2
    assert {user_id for user_id, _, _ in found} == {
        world.users["secretary"].id, world.users["clerk"].id,
    }  # fmt: skip


async def test_a_missing_year_is_logged_once_a_day_and_nobody_is_reminded(
    client: AsyncClient, database: Database, settings: Settings, world: World,
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(reminders, "_told", set())
    first, second = date(2031, 3, 3), date(2031, 3, 4)
    await owing(client, world, first)
    with caplog.at_level(logging.ERROR, "gongwei.reminders"):
        for day in (first, first, second):
            with at(day, 10):
                await remind(database, settings)
    said = [line.getMessage() for line in caplog.records]
    assert len(said) == 2
    assert "2031" in said[0]
    assert "/api/v1/calendar/years/2031" in said[0]
    assert await reminded(database) == []
    async with database.new_session() as session:
        session.add(CalendarYear(year=2031))
        session.add(CalendarDay(day=first, kind=DayKind.HOLIDAY, name="假日"))
        await commit_unrecorded(session)
    for day in (first, second):
        with at(day, 11):
            await remind(database, settings)
    assert [day for _, day, _ in await reminded(database)] == [second]


async def test_the_worker_looks_after_reminders() -> None:
    assert [duty.name for duty in worker.DUTIES if duty.run is remind] == ["reminders"]


async def test_somebody_reads_the_own_reminder_until_it_is_seen(
    client: AsyncClient, database: Database, settings: Settings, world: World
) -> None:
    async def read(who: str) -> tuple[int, Any]:
        answer = await client.get(REMINDER, headers=world.headers(who))
        return answer.status_code, answer.json() if answer.content else None

    first = await owing(client, world, MONDAY, title="先办")
    second = await owing(client, world, date(2026, 3, 3), title="后办")
    with at(MONDAY, 9):
        assert await read("secretary") == (204, None)
        await remind(database, settings)
        status, found = await read("secretary")
        assert (status, found["day"]) == (200, str(MONDAY))
        assert [(one["id"], one["title"], one["late"]) for one in found["tasks"]] == [
            (first["id"], "先办", False),
            (second["id"], "后办", False),
        ]
        assert await read("clerk") == (204, None)
        assert await read("member") == (204, None)
        await act(client, world, "secretary", first, "start")
        await act(client, world, "secretary", first, "submit")
        assert [one["id"] for one in (await read("secretary"))[1]["tasks"]] == [second["id"]]
        for _ in range(2):
            seen = await client.post(f"{REMINDER}/actions/seen", headers=world.headers("secretary"))
            assert (seen.status_code, seen.content) == (204, b"")
        assert await read("secretary") == (204, None)
        await remind(database, settings)
        assert await read("secretary") == (204, None)
    with at(date(2026, 3, 3), 9):
        await remind(database, settings)
        assert (await read("secretary"))[0] == 200


async def test_yesterdays_reminder_is_not_shown_today(
    client: AsyncClient, database: Database, settings: Settings, world: World
) -> None:
    await owing(client, world, MONDAY)
    with at(MONDAY, 9):
        await remind(database, settings)
    with at(date(2026, 3, 3), 8):
        answer = await client.get(REMINDER, headers=world.headers("secretary"))
    assert answer.status_code == 204
