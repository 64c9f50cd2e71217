"""What the archive tells of talks: as they stood on the day, and of their tasks whose they are."""

from datetime import UTC, datetime
from typing import Any

from httpx import AsyncClient

from archives.asking import read, rows
from factories.lives import enter_secretary, link
from factories.world import World
from gongwei.core import clock
from gongwei.core.db import Database
from gongwei.secretaries.models import Appointment
from secretaries.secretariat import Body, Secretariat, days
from secretaries.talks.said import moved

BEFORE = {"text": "记录不实", "demand": "逐次核对"}
AFTER = {"text": "收缴不及时", "demand": "按月公示"}


def november(day: int) -> Any:
    return clock.Frozen(datetime(2025, 11, day, 2, tzinfo=UTC))


def about(held: Appointment) -> Body:
    return {"organisation_id": str(held.organisation_id), "appointment_id": str(held.id)}


async def test_a_talk_is_told_as_it_stood_on_the_day(
    client: AsyncClient, database: Database, world: World
) -> None:
    desk = Secretariat(client, database, world)
    held = await enter_secretary(database, world)
    with november(5):
        plan = {"kind": "reminder", "due_on": "2025-11-12", "title": "约谈", "talker": "主任"}
        talk = await desk.made("officer", "talks", **plan, **about(held))
    with november(10):
        said = {"issues": [BEFORE], "deadline": "2025-11-30"}
        await moved(desk, "officer", talk, "hold", held_on="2025-11-10", **said)
    with november(27):
        more = {"issues": [AFTER], "deadline": "2025-12-31"}
        await moved(desk, "officer", talk, "open_rectification", **more)
    told = []
    for day in ("2025-11-15", "2025-11-27"):
        [row] = rows(await read(client, world, "officer", held, as_of=day), "talks")
        told.append([row["cells"][name] for name in ("state", "issues", "deadline", "talker")])
    assert told == [
        ["待本人确认", "1. 记录不实（要求：逐次核对）", "2025-11-30", "主任"],
        ["整改中", "1. 收缴不及时（要求：按月公示）", "2025-12-31", "主任"],
    ]


async def test_the_date_of_an_inquiry_is_told_as_it_stood_on_the_day(
    client: AsyncClient, database: Database, world: World
) -> None:
    desk = Secretariat(client, database, world)
    held = await enter_secretary(database, world)
    with november(5):
        plan = {"kind": "inquiry", "due_on": "2025-11-20", "content": "请说明。"}
        made = await desk.made("officer", "talks", **plan, **about(held))
    with november(6):
        talk = await moved(desk, "officer", made, "hold")
    with november(18):
        task = f"tasks/{talk['tasks'][0]['id']}"
        later = {"due_on": "2025-11-28", "reason": "出差"}
        assert (await desk.act("officer", task, "extend", **later)).status_code == 200
    for day, due in (("2025-11-17", "2025-11-20"), ("2025-11-18", "2025-11-28")):
        archive = await read(client, world, "officer", held, as_of=day)
        assert [row["cells"]["due_on"] for row in rows(archive, "talks")] == [due]
        assert [row["cells"]["due_on"] for row in rows(archive, "tasks")] == [due]


async def test_that_a_talk_be_held_is_not_owed_by_whoever_is_talked_to(
    client: AsyncClient, database: Database, world: World
) -> None:
    desk = Secretariat(client, database, world)
    person_id = await desk.person("李四")
    entered = await desk.made(
        "officer", "secretaries", organisation_id=str(world["finance"].id),
        person_id=str(person_id), post="secretary", from_on=str(days(-5)), late_reason="补录",
    )  # fmt: skip
    [talk] = (await desk.read("officer", "talks"))["items"]
    assert [(task["title"], task["late"]) for task in talk["tasks"]] == [("任职谈话：李四", False)]
    path = f"secretaries/{entered['id']}/archive"
    assert rows(await desk.read("officer", path), "tasks") == []
    officer = await enter_secretary(database, world, "王五", "police")
    await link(database, world, "officer", officer)
    own = rows(await read(client, world, "leader", officer), "tasks")
    assert [row["cells"]["title"] for row in own] == ["任职谈话：李四"]


async def test_the_reply_to_an_inquiry_is_owed_by_whoever_was_asked(
    client: AsyncClient, database: Database, world: World
) -> None:
    desk = Secretariat(client, database, world)
    held = await enter_secretary(database, world)
    given = {"kind": "inquiry", "due_on": str(days(3)), "content": "请说明。", **about(held)}
    await moved(desk, "officer", await desk.made("officer", "talks", **given), "hold")
    [task] = rows(await read(client, world, "officer", held), "tasks")
    assert (task["cells"]["title"], task["cells"]["outcome"]) == ("答复：函询：李四", "待办")
