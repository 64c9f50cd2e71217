"""A whole identity number: looked up in a body, refused in an address."""

import logging
from datetime import date
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import enter, identity_number, row
from factories.world import World
from gongwei.audit.models import AuditEntry
from gongwei.core.db import Database

BORN = date(1964, 1, 1)
NUMBER = identity_number(BORN, 1)
LOOKUP = "/api/v1/members/lookup"


@pytest.fixture
async def roster(database: Database, world: World) -> World:
    await enter(
        database,
        world,
        row("张三", world["finance_office"].id, 1, born=BORN),
        row("李四", world["police_office"].id, 3),
    )
    return world


async def look_up(client: AsyncClient, world: World, who: str, number: str) -> Response:
    return await client.post(LOOKUP, json={"identity_number": number}, headers=world.headers(who))


async def test_a_number_finds_its_member_whose_numbers_stay_masked(
    client: AsyncClient, roster: World
) -> None:
    for typed in (NUMBER, f" {NUMBER[:6]} {NUMBER[6:].lower()} "):
        answer = await look_up(client, roster, "clerk", typed)
        assert answer.status_code == 200, answer.text
        assert answer.json()["name"] == "张三"
        assert answer.json()["identity_number"] == f"500***********{NUMBER[-4:]}"
        assert answer.headers["cache-control"] == "no-store"


async def test_a_number_held_elsewhere_or_nowhere_finds_nobody(
    client: AsyncClient, roster: World
) -> None:
    for number in (identity_number(date(1970, 1, 1), 3), identity_number(date(1970, 1, 1), 5)):
        answer = await look_up(client, roster, "clerk", number)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    refused = await look_up(client, roster, "auditor", NUMBER)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")


async def test_what_is_no_number_is_told_at_its_field(client: AsyncClient, roster: World) -> None:
    answer = await look_up(client, roster, "clerk", NUMBER[:-1])
    faults = [(one["pointer"], one["code"]) for one in answer.json()["errors"]]
    assert (answer.status_code, faults) == (422, [("/identity_number", "length")])


async def test_that_somebody_was_found_by_the_number_is_recorded_without_it(
    client: AsyncClient, roster: World, session: AsyncSession
) -> None:
    found = (await look_up(client, roster, "clerk", NUMBER)).json()
    await look_up(client, roster, "clerk", identity_number(date(1970, 1, 1), 5))
    query = select(AuditEntry).where(col(AuditEntry.action) == "member.lookup")
    entry = (await session.exec(query)).one()
    assert (str(entry.subject_id), entry.subject_label) == (found["id"], "张三")
    assert NUMBER not in entry.model_dump_json()


@pytest.mark.parametrize("path", ["/api/v1/members", "/api/v1/members/export"])
@pytest.mark.parametrize(
    "typed",
    [NUMBER, NUMBER.lower(), f"张三 {NUMBER}", NUMBER[:-1] + "0", f"{NUMBER[:6]} {NUMBER[6:]}"],
)
async def test_a_search_refuses_a_number_and_says_where_to_look_it_up(
    client: AsyncClient, roster: World, caplog: pytest.LogCaptureFixture, path: str, typed: str
) -> None:
    caplog.set_level(logging.INFO)
    answer = await client.get(path, params={"q": typed}, headers=roster.headers("officer"))
    body: dict[str, Any] = answer.json()
    fault = body["errors"][0]
    assert answer.status_code == 422
    assert (fault["pointer"], fault["code"]) == ("/q", "identity_number_in_address")
    assert "/members/lookup" in fault["message"]
    logged = [one.getMessage() for one in caplog.records if one.name.startswith("gongwei")]
    for told in (answer.text, str(answer.headers), "\n".join(logged)):
        assert NUMBER[6:17] not in told
