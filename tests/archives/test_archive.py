"""The archive: assembled as of any day."""

from datetime import date

import pytest
from httpx import AsyncClient
from sqlmodel.ext.asyncio.session import AsyncSession

from archives.asking import CODES, read, rows
from factories.lives import describe, enter_secretary, link
from factories.roster import acting
from factories.world import World
from gongwei.core import clock
from gongwei.core.db import Database
from gongwei.secretaries.models import Appointment, AppointmentState, EndCause
from gongwei.tasks import service
from gongwei.tasks.schemas import OriginIn, TaskIn
from tasks.acts import DUE, give, submitted


async def test_the_archive_holds_every_section(
    client: AsyncClient, world: World, held: Appointment
) -> None:
    archive = await read(client, world, "officer", held)
    assert [one["code"] for one in archive["sections"]] == CODES
    assert archive["person"] == {
        "id": str(held.person_id), "name": "李四", "sex": "male", "birth_on": "1975-03-04",
        "nationality": "汉族", "education": "大学本科",
        "organisation_name": "中共区财政局总支部委员会",
    }  # fmt: skip
    assert archive["posts"] == [
        {"organisation_name": "中共区财政局总支部委员会", "title": "书记", "from_on": "2020-04-01"}
    ]
    assert archive["limited_to"] is None
    [inspection] = rows(archive, "inspections")
    assert inspection["cells"] == {
        "organisation": "中共区财政局总支部委员会", "post": "书记", "interviewed": "4",
        "integrity": "92.5", "ability": "92.5", "diligence": "92.5", "achievement": "92.5",
        "probity": "92.5", "finding": "合适", "conclusion": "建议任用。",
    }  # fmt: skip
    [talk] = rows(archive, "talks")
    assert talk["cells"]["issues"] == "1. 记录不实（要求：逐次核对）"
    [nomination] = rows(archive, "nominations")
    assert nomination["cells"]["state"] == "待任职"


async def test_it_speaks_the_callers_language(
    client: AsyncClient, world: World, held: Appointment
) -> None:
    archive = await read(client, world, "officer", held, language="en")
    assert archive["person"]["education"] == "Bachelor's degree course"
    assert archive["sections"][0]["title"] == "Posts held"
    assert rows(archive, "inspections")[0]["cells"]["finding"] == "suitable"


@pytest.mark.parametrize(("as_of", "counts"), [
    ("2020-03-31", [0, 0, 0, 0]),
    ("2020-04-01", [1, 0, 0, 0]),
    ("2024-02-01", [1, 1, 0, 0]),
    ("2024-03-05", [1, 1, 1, 0]),
    ("2024-05-07", [1, 1, 1, 0]),
    ("2024-05-08", [1, 1, 1, 1]),
])  # fmt: skip
async def test_it_is_assembled_as_of_any_day(
    client: AsyncClient, world: World, held: Appointment, as_of: str, counts: list[int]
) -> None:
    archive = await read(client, world, "officer", held, as_of=as_of)
    shown = ["appointments", "nominations", "inspections", "talks"]
    assert [len(rows(archive, code)) for code in shown] == counts
    assert archive["as_of"] == as_of


async def test_an_end_is_seen_from_its_day_on(
    client: AsyncClient, database: Database, world: World
) -> None:
    held = await enter_secretary(
        database, world, to_on=date(2022, 6, 1), state=AppointmentState.ENDED,
        end_cause=EndCause.TRANSFERRED,
    )  # fmt: skip
    before = await read(client, world, "officer", held, as_of="2022-05-31")
    assert rows(before, "appointments")[0]["cells"]["to_on"] == "在任"
    assert len(before["posts"]) == 1
    after = await read(client, world, "officer", held, as_of="2022-06-01")
    assert rows(after, "appointments")[0]["cells"]["to_on"] == "2022-06-01"
    assert rows(after, "appointments")[0]["cells"]["cause"] == "工作调动"
    assert after["posts"] == []


async def test_what_was_entered_late_stays_labelled(
    client: AsyncClient, world: World, held: Appointment
) -> None:
    [row] = rows(await read(client, world, "officer", held), "appointments")
    assert row["late"] is True
    assert row["delay_days"] == (clock.day_of(held.created_at) - held.from_on).days


async def test_terms_are_those_in_which_the_person_served(
    client: AsyncClient, world: World, held: Appointment
) -> None:
    for at, day in (("finance", "2021-05-06"), ("police", "2021-05-06")):
        body = {"organisation_id": str(world[at].id), "elected_on": day}
        made = await client.post("/api/v1/terms", json=body, headers=world.headers("officer"))
        assert made.status_code == 201, made.text
    [term] = rows(await read(client, world, "officer", held), "terms")
    assert term["occurred_on"] == "2021-05-06"
    assert term["cells"]["organisation"] == "中共区财政局总支部委员会"
    before = await read(client, world, "officer", held, as_of="2021-05-05")
    assert rows(before, "terms") == []
    # Entered years later: on that day it was what it is.
    [then] = rows(await read(client, world, "officer", held, as_of="2021-05-06"), "terms")
    assert then["cells"] == term["cells"]


async def test_tasks_of_the_account_remember_that_they_were_late(
    client: AsyncClient, database: Database, world: World, held: Appointment, session: AsyncSession
) -> None:
    await link(database, world, "secretary", held)
    user = str(world.users["secretary"].id)
    await give(client, world, responsible_user_id=user, due_on="2020-01-01", title="逾期的任务")
    await submitted(client, world)  # a task of nobody's in particular
    [task] = rows(await read(client, world, "officer", held), "tasks")
    assert task["cells"]["title"] == "逾期的任务"
    assert task["cells"]["outcome"].startswith("逾期 ")
    assert task["cells"]["outcome"].endswith(" 天未完成")


async def test_tasks_of_a_talk_belong_to_whoever_was_talked_to(
    client: AsyncClient, database: Database, world: World
) -> None:
    held = await enter_secretary(database, world)
    talk = (await describe(database, held))["talk_id"]
    async with database.transaction("*") as session:
        await service.give(
            session, acting(world, "officer"),
            TaskIn(
                organisation_id=held.organisation_id, title="整改：记录不实", due_on=DUE,
                origin=OriginIn(type="talk", id=talk.id),
            ),
        )  # fmt: skip
    [task] = rows(await read(client, world, "officer", held), "tasks")
    assert task["cells"]["title"] == "整改：记录不实"
    assert task["cells"]["outcome"] == "待办"
