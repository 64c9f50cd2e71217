"""The roster as a workbook."""

import io
from typing import Any

import pytest
from httpx import AsyncClient
from openpyxl import load_workbook
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import enter, row
from factories.world import World
from gongwei.audit.models import AuditEntry
from gongwei.core.db import Database


@pytest.fixture
async def roster(database: Database, world: World) -> World:
    await enter(
        database, world,
        row("单芳", world["finance_office"].id, 2, education="20", nationality="01"),
        row("张三", world["archive"].id, 1, phone="13012345678"),
    )  # fmt: skip
    return world


async def exported(client: AsyncClient, world: World, who: str, **query: Any) -> list[list[Any]]:
    answer = await client.get("/api/v1/members/export", params=query, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    return [list(line) for line in sheet.iter_rows(values_only=True)]


async def test_the_workbook_holds_exactly_what_is_shown(client: AsyncClient, roster: World) -> None:
    heads, *lines = await exported(client, roster, "officer", q="单", as_of="2008-12-31")
    assert len(lines) == 1
    shown = dict(zip(heads, lines[0], strict=True))
    assert (shown["姓名"], shown["性别"], shown["民族"], shown["学历"], shown["年龄"]) == (
        "单芳", "女", "汉族", "大学本科", 38,
    )  # fmt: skip
    assert shown["所在党支部"] == "中共区财政局机关支部委员会"


async def test_numbers_are_masked(client: AsyncClient, roster: World) -> None:
    heads, *lines = await exported(client, roster, "officer", q="张三")
    shown = dict(zip(heads, lines[0], strict=True))
    assert (shown["公民身份号码"][:4], shown["联系电话"]) == ("500*", "130****5678")


async def test_each_exports_what_they_see_in_their_language(
    client: AsyncClient, roster: World
) -> None:
    assert len(await exported(client, roster, "secretary")) == 2
    assert len(await exported(client, roster, "neighbour")) == 1
    answer = await client.get(
        "/api/v1/members/export",
        headers={**roster.headers("officer"), "Accept-Language": "en"},
    )
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert (sheet.title, sheet["A1"].value) == ("Roster of members", "Name")


async def test_taking_the_roster_away_is_recorded(
    client: AsyncClient, roster: World, session: AsyncSession
) -> None:
    await exported(client, roster, "secretary")
    query = select(AuditEntry).where(col(AuditEntry.action) == "member.export")
    entry = (await session.exec(query)).one()
    assert (entry.actor_user_id, entry.organisation_id) == (
        roster.users["secretary"].id,
        roster["finance"].id,
    )


async def test_whoever_may_not_read_members_may_not_export_them(
    client: AsyncClient, roster: World
) -> None:
    answer = await client.get("/api/v1/members/export", headers=roster.headers("auditor"))
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
