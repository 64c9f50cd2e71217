"""The archive is read by who may and by whoever it is about."""

import pytest
from httpx import AsyncClient

from archives.asking import CODES, asked, read, rows
from documents.printed import opened, signs, texts
from factories.lives import INTERVIEWEE, NOTES, enter_secretary, link
from factories.world import World
from gongwei.core.db import Database
from gongwei.secretaries.models import Appointment


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
        row.person_id, row.name_pinyin = held.person_id, held.name_pinyin
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
