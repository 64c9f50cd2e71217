"""The archive: assembled as of any day, read by who may and by whoever it is about."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from documents.printed import opened, page_count, signs, texts
from factories.lives import INTERVIEWEE, NOTES, describe, enter_secretary, link
from factories.world import World
from gongwei.access.permissions import Permission
from gongwei.archives.sections import (
    Column,
    Line,
    Section,
    register_section,
    sections,
    unregister_section,
)
from gongwei.audit.models import AuditEntry
from gongwei.core import clock
from gongwei.core.db import Database
from gongwei.secretaries.models import Appointment, AppointmentState, EndCause
from tasks.acts import give, submitted

CODES = [
    "appointments", "terms", "nominations", "inspections", "talks", "tasks", "objections",
]  # fmt: skip


@pytest.fixture
async def held(database: Database, world: World) -> Appointment:
    """The secretary of finance, about whom something is held in every section."""
    appointment = await enter_secretary(database, world)
    await describe(database, appointment)
    return appointment


async def asked(
    client: AsyncClient, world: World, who: str, held: Appointment, **query: Any
) -> Response:
    path = f"/api/v1/secretaries/{held.id}/archive"
    headers = {"Accept-Language": query.pop("language", "zh"), **world.headers(who)}
    return await client.get(path, params=query, headers=headers)


async def read(
    client: AsyncClient, world: World, who: str, held: Appointment, **query: Any
) -> dict[str, Any]:
    answer = await asked(client, world, who, held, **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def rows(archive: dict[str, Any], code: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = next(
        one["rows"] for one in archive["sections"] if one["code"] == code
    )
    return found


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
    assert rows(archive, "nominations")[0]["cells"]["approved_on"] == "Mar 28, 2024"


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
    assert rows(after, "appointments")[0]["cells"]["to_on"] == "2022年6月1日"
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
    made = await describe(database, held)
    origin = {"type": "talk", "id": str(made["talk_id"].id)}
    await give(client, world, origin=origin, title="整改：记录不实")
    [task] = rows(await read(client, world, "officer", held), "tasks")
    assert task["cells"]["title"] == "整改：记录不实"
    assert task["cells"]["outcome"] == "待办"


@pytest.mark.parametrize(("who", "status"), [
    ("officer", 200), ("leader", 200), ("department_leader", 200), ("secretary", 404),
    ("clerk", 404), ("member", 404), ("neighbour", 404), ("system_admin", 404),
    ("security_admin", 404), ("auditor", 404), ("reviewer", 404), ("rater", 404),
])  # fmt: skip
async def test_who_may_read_it(
    client: AsyncClient, world: World, held: Appointment, who: str, status: int
) -> None:
    assert (await asked(client, world, who, held)).status_code == status


async def test_a_department_sees_its_own_part_and_is_told_so(
    client: AsyncClient, database: Database, world: World, held: Appointment
) -> None:
    await _also_at_police(database, world, held)
    archive = await read(client, world, "department_leader", held)
    assert archive["limited_to"] == "中共区财政局总支部委员会"
    assert len(rows(archive, "appointments")) == 1
    assert "objections" not in [one["code"] for one in archive["sections"]]
    whole = await read(client, world, "officer", held)
    assert len(rows(whole, "appointments")) == 2


async def _also_at_police(database: Database, world: World, held: Appointment) -> None:
    other = await enter_secretary(database, world, "王五", "police")
    async with database.transaction("*") as session:
        row = await session.get(Appointment, other.id)
        assert row is not None
        row.person_id = held.person_id
        session.add(row)
        await session.flush()
        session.sync_session.info.pop("audit", None)


@pytest.mark.parametrize("who", ["member", "secretary", "neighbour", "system_admin"])
async def test_the_person_reads_the_own_archive_wherever_it_stands(
    client: AsyncClient, database: Database, world: World, held: Appointment, who: str
) -> None:
    await link(database, world, who, held)
    answer = await client.get("/api/v1/me/archive", headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    assert [one["code"] for one in answer.json()["sections"]] == CODES
    assert answer.json()["person"]["name"] == "李四"
    assert answer.json()["limited_to"] is None
    printed = await client.get(
        "/api/v1/me/archive", params={"format": "pdf"}, headers=world.headers(who)
    )
    assert printed.content.startswith(b"%PDF")


async def test_an_account_without_a_person_has_no_archive(
    client: AsyncClient, world: World
) -> None:
    answer = await client.get("/api/v1/me/archive", headers=world.headers("member"))
    assert (answer.status_code, answer.json()["code"]) == (409, "no_person")


@pytest.mark.parametrize("who", ["officer", "leader", "department_leader", "own"])
async def test_notes_of_interviews_are_in_no_archive(
    client: AsyncClient, database: Database, world: World, held: Appointment, who: str
) -> None:
    path = f"/api/v1/secretaries/{held.id}/archive"
    if who == "own":
        await link(database, world, "member", held)
        who, path = "member", "/api/v1/me/archive"
    for kind in ("json", "docx", "pdf"):
        answer = await client.get(path, params={"format": kind}, headers=world.headers(who))
        assert answer.status_code == 200
        said = answer.text if kind == "json" else ""
        if kind == "docx":
            said = texts(opened(answer.content))
        if kind == "pdf":
            assert "龘" not in signs(answer.content)
        assert INTERVIEWEE not in said
        assert NOTES not in said


async def test_it_prints_as_word(client: AsyncClient, world: World, held: Appointment) -> None:
    answer = await asked(client, world, "officer", held, format="docx")
    assert answer.headers["content-disposition"].endswith(".docx")
    assert answer.headers["content-type"].endswith("wordprocessingml.document")
    said = texts(opened(answer.content))
    for text in ("书记工作实绩档案", "李四", "一、任职情况", "四、考察情况", "建议任用。"):
        assert text in said


async def test_it_prints_as_pdf(client: AsyncClient, world: World, held: Appointment) -> None:
    answer = await asked(client, world, "officer", held, format="pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert page_count(answer.content) >= 1
    assert set("书记工作实绩档案李四考察情况") <= signs(answer.content)


async def test_taking_it_away_is_recorded_and_reading_it_is_not(
    client: AsyncClient, world: World, held: Appointment, session: AsyncSession
) -> None:
    await read(client, world, "officer", held)
    query = select(AuditEntry).where(col(AuditEntry.subject_id) == held.id)
    assert (await session.exec(query)).all() == []
    await asked(client, world, "officer", held, format="pdf")
    [entry] = (await session.exec(query)).all()
    assert (entry.action, entry.subject_label, entry.changes) == ("archive.export", "李四", {})


@pytest.fixture
def planted() -> Iterator[str]:
    """A section of a package that archives know nothing of."""

    async def lines(*_: object) -> list[Line]:
        later = Line(date(2026, 2, 1), date(2026, 2, 1), {"name": "后"})
        earlier = Line(date(2026, 1, 1), date(2026, 1, 4), {"name": "先", "unknown": "不显示"})
        return [later, earlier]

    register_section(
        Section(
            "planted", 60, ("品牌", "Brands"), (Column("name", ("名称", "Name")),),
            Permission.ARCHIVES_READ, ("没有品牌。", "No brands."), lines,
        )
    )  # fmt: skip
    yield "planted"
    unregister_section("planted")


async def test_a_section_of_another_package_appears(
    client: AsyncClient, world: World, held: Appointment, planted: str
) -> None:
    archive = await read(client, world, "officer", held)
    assert [one["code"] for one in archive["sections"]] == [*CODES[:-1], planted, CODES[-1]]
    assert rows(archive, planted) == [
        {"occurred_on": "2026-01-01", "late": True, "delay_days": 3, "cells": {"name": "先"}},
        {"occurred_on": "2026-02-01", "late": False, "delay_days": 0, "cells": {"name": "后"}},
    ]
    printed = await asked(client, world, "officer", held, format="docx")
    said = texts(opened(printed.content))
    assert "七、品牌" in said
    assert "补录，迟 3 天" in said


def test_a_code_belongs_to_one_section(planted: str) -> None:
    found = next(one for one in sections() if one.code == planted)
    register_section(found)
    other = Section(
        planted, 1, found.title, (), found.permission, found.empty, found.rows
    )  # fmt: skip
    with pytest.raises(ValueError, match="planted"):
        register_section(other)


async def test_an_empty_section_says_so(
    client: AsyncClient, database: Database, world: World
) -> None:
    held = await enter_secretary(database, world)
    archive = await read(client, world, "officer", held)
    empty = {one["code"]: one["empty"] for one in archive["sections"] if not one["rows"]}
    assert empty["talks"] == "没有谈话函询记录。"
    printed = await asked(client, world, "officer", held, format="docx")
    assert "没有谈话函询记录。" in texts(opened(printed.content))
