"""Talks due, nominations on their way, and the notice that a year of the calendar is missing."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from httpx import AsyncClient

from factories.world import World
from gongwei.core import clock
from gongwei.core.clock import Frozen
from gongwei.core.db import Database
from gongwei.secretaries.models import AppointmentState
from gongwei.secretaries.nominations.models import NominationState
from gongwei.secretaries.talks.models import TalkState
from home.waiting_cases import Cases

KNOW_TALKS = {"officer", "leader", "department_leader", "secretary"}
KNOW_NOMINATIONS = {*KNOW_TALKS, "clerk"}
KNOW_ORGANISATIONS = (
    "system_admin", "security_admin", "auditor", "officer", "leader", "department_leader",
    "secretary", "clerk",
)  # fmt: skip


@pytest.fixture
async def cases(database: Database, world: World) -> Cases:
    """Three talks due and two nominations on their way in finance, one of each in police."""
    cases = Cases(database, world)
    for due_in in (-400, 0, 30, 31):
        await cases.talk(TalkState.SCHEDULED, due_in=due_in)
    for state in (TalkState.HELD, TalkState.CLOSED):
        await cases.talk(state, held_on=clock.today())
    await cases.talk(TalkState.CANCELLED)
    await cases.talk(TalkState.SCHEDULED, "police")
    for nomination in NominationState:
        if nomination in ("draft", "endorsed", "appointed", "rejected", "withdrawn"):
            await cases.nomination(nomination)
    await cases.nomination(NominationState.SUBMITTED, "police")
    return cases


async def read(client: AsyncClient, world: World, who: str, path: str, **query: Any) -> Any:
    answer = await client.get(f"/api/v1{path}", params=query, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_the_first_page_counts_talks_due_and_open_nominations_of_the_subtree(
    client: AsyncClient, world: World, cases: Cases
) -> None:
    found = {
        who: (await read(client, world, who, "/me/home"))["figures"] for who in KNOW_ORGANISATIONS
    }
    own = {"department_leader", "secretary", "clerk"}
    for who, figures in found.items():
        talks, nominations = (3, 2) if who in own else (4, 3)
        assert figures["talks_due"] == (talks if who in KNOW_TALKS else None)
        assert figures["nominations_open"] == (nominations if who in KNOW_NOMINATIONS else None)


async def test_a_summary_counts_posts_and_the_talks_due_on_its_day(
    client: AsyncClient, world: World, cases: Cases
) -> None:
    await cases.appointment(AppointmentState.IN_OFFICE)
    finance = f"/organisations/{world['finance'].id}/summary"
    for who in KNOW_ORGANISATIONS:
        found = (await read(client, world, who, finance))["secretaries"]
        assert found == {
            "full_time": 0, "part_time": 1, "vacant": 2,
            "talks_due": 3 if who in KNOW_TALKS else None,
        }  # fmt: skip
    root = f"/organisations/{world['root'].id}/summary"
    assert (await read(client, world, "leader", root))["secretaries"]["talks_due"] == 4
    yesterday = str(clock.today() - timedelta(days=1))
    before = await read(client, world, "officer", finance, as_of=yesterday)
    assert (
        before["secretaries"]["talks_due"] == 4
    )  # two more were not held yet, one was not due yet
    long_ago = await read(client, world, "officer", finance, as_of="2010-01-01")
    assert long_ago["secretaries"]["talks_due"] == 0


async def noticed(client: AsyncClient, world: World, who: str, day: date) -> list[dict[str, Any]]:
    with Frozen(datetime(day.year, day.month, day.day, 4, tzinfo=UTC)):
        headers = {**world.headers(who), "Accept-Language": "en"}
        answer = await client.get("/api/v1/me/home", headers=headers)
    found: list[dict[str, Any]] = answer.json()["notices"]
    return found


@pytest.mark.parametrize("who", ["officer", "system_admin"])
async def test_those_who_keep_the_calendar_are_told_which_year_is_missing(
    client: AsyncClient, world: World, who: str
) -> None:
    assert await noticed(client, world, who, date(2026, 11, 30)) == []
    for day in (date(2026, 12, 1), date(2027, 3, 1)):
        (notice,) = await noticed(client, world, who, day)
        assert (notice["code"], notice["path"]) == ("calendar_year_missing", "/system/calendar")
        assert notice["title"] == "Working calendar missing"
        assert "2027" in notice["detail"]
    entered = await client.put(
        "/api/v1/calendar/years/2027",
        json={"days": [{"day": "2027-10-01", "kind": "holiday", "name": "国庆节"}]},
        headers={**world.headers(who), "If-None-Match": "*"},
    )
    assert entered.status_code == 200
    assert await noticed(client, world, who, date(2027, 3, 1)) == []


@pytest.mark.parametrize("who", ["leader", "secretary", "clerk", "member", "auditor"])
async def test_nobody_else_is_told(client: AsyncClient, world: World, who: str) -> None:
    assert await noticed(client, world, who, date(2027, 3, 1)) == []
