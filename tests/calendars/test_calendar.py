"""The working calendar: what is known, what an office enters, and what nobody knows."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.world import World
from gongwei.audit.models import AuditEntry
from gongwei.calendars.state_council import KNOWN_YEARS, announced_days
from gongwei.calendars.working_days import add_working_days, is_working_day, missing_years
from gongwei.core.clock import Frozen
from gongwei.core.errors import Problem

CALENDAR = "/api/v1/calendar"
NATIONAL_DAY = {"day": "2031-10-01", "kind": "holiday", "name": "国庆节"}
MADE_UP = {"day": "2031-10-11", "kind": "workday", "name": "国庆节调休上班"}


NEW = {"If-None-Match": "*"}


async def enter(
    client: AsyncClient, world: World, *days: dict[str, Any], who: str = "officer",
    year: int = 2031, given: dict[str, str] | None = None,
) -> Response:  # fmt: skip
    """Put a year in the place of the one that is shown; `given` are other conditions."""
    if given is None:
        known = await shown(client, world, year)
        given = {"If-Match": known.headers["etag"]} if known.status_code == 200 else NEW
    return await client.put(
        f"{CALENDAR}/years/{year}", json={"days": list(days)},
        headers={**world.headers(who), **given},
    )  # fmt: skip


async def shown(
    client: AsyncClient, world: World, year: int, who: str = "member", language: str = "zh"
) -> Response:
    headers = {**world.headers(who), "Accept-Language": language}
    return await client.get(CALENDAR, params={"year": year}, headers=headers)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 2, 13), True),
        (date(2026, 2, 14), True),  # a Saturday made up for the Spring Festival
        (date(2026, 2, 16), False),  # a Monday off
        (date(2026, 2, 23), False),
        (date(2026, 2, 24), True),
        (date(2026, 3, 1), False),  # a plain Sunday
        (date(2018, 12, 29), True),  # announced with the next year's holidays
        (date(2018, 12, 31), False),
    ],
)
async def test_a_known_year_follows_the_state_council(
    session: AsyncSession, day: date, worked: bool
) -> None:
    assert await is_working_day(session, day) is worked


def test_every_known_year_is_whole() -> None:
    assert {2004, 2025, 2026} <= KNOWN_YEARS
    for year in KNOWN_YEARS:
        months = {day.month for day in announced_days(year)}
        assert {5, 10} <= months


async def test_working_days_are_counted_over_a_festival(session: AsyncSession) -> None:
    eve = date(2026, 2, 13)
    assert await add_working_days(session, eve, 0) == eve
    assert await add_working_days(session, eve, 1) == date(2026, 2, 14)
    assert await add_working_days(session, eve, 2) == date(2026, 2, 24)
    assert await add_working_days(session, eve, 7) == date(2026, 3, 2)


async def test_a_year_that_nobody_knows_is_refused_and_says_what_to_do(
    client: AsyncClient, session: AsyncSession, world: World
) -> None:
    with pytest.raises(Problem) as refused:
        await is_working_day(session, date(2031, 3, 3))
    assert refused.value.code == "calendar_year_missing"
    with pytest.raises(Problem):
        await add_working_days(session, date(2026, 12, 30), 3)
    for language, words in (("zh", "系统管理 → 工作日历"), ("en", "System → Working calendar")):
        answer = await shown(client, world, 2031, language=language)
        assert (answer.status_code, answer.json()["code"]) == (409, "calendar_year_missing")
        assert answer.json()["year"] == 2031
        assert words in answer.json()["detail"]
        assert "2031" in answer.json()["detail"]


async def test_everybody_reads_the_calendar_in_the_own_language(
    client: AsyncClient, world: World
) -> None:
    chinese = (await shown(client, world, 2026)).json()
    assert (chinese["year"], chinese["source"]) == (2026, "state_council")
    assert chinese["days"][:3] == [
        {"day": "2026-01-01", "kind": "holiday", "name": "元旦"},
        {"day": "2026-01-02", "kind": "holiday", "name": "元旦"},
        {"day": "2026-01-04", "kind": "workday", "name": "元旦调休上班"},
    ]
    english = (await shown(client, world, 2026, language="en")).json()
    assert [day["name"] for day in english["days"][:3]] == [
        "New Year's Day", "New Year's Day", "Made up for New Year's Day",
    ]  # fmt: skip
    present = await client.get(CALENDAR, headers=world.headers("rater"))
    with Frozen(datetime(2025, 5, 1, tzinfo=UTC)):
        then = await client.get(CALENDAR, headers=world.headers("rater"))
    assert then.json()["year"] == 2025
    assert present.status_code in (200, 409)
    assert (await client.get(CALENDAR)).status_code == 401


async def test_an_office_enters_a_year_whole(
    client: AsyncClient, session: AsyncSession, world: World
) -> None:
    answer = await enter(client, world, MADE_UP, NATIONAL_DAY)
    assert answer.status_code == 200
    assert answer.json() == {
        "year": 2031,
        "version": 1,
        "source": "office",
        "days": [NATIONAL_DAY, MADE_UP],
    }
    assert answer.headers["etag"] == '"1"'
    assert (await shown(client, world, 2031)).json() == answer.json()
    assert not await is_working_day(session, date(2031, 10, 1))
    assert await is_working_day(session, date(2031, 10, 11))
    assert await is_working_day(session, date(2031, 10, 2))
    assert not await is_working_day(session, date(2031, 10, 12))
    listed = await client.get(f"{CALENDAR}/years", headers=world.headers("member"))
    assert listed.json()["items"][:2] == [
        {"year": 2031, "source": "office", "holidays": 1, "workdays": 1},
        {"year": 2026, "source": "state_council", "holidays": 19, "workdays": 6},
    ]
    assert len(listed.json()["items"]) == len(KNOWN_YEARS) + 1


async def test_what_an_office_enters_stands_above_what_was_announced(
    client: AsyncClient, session: AsyncSession, world: World
) -> None:
    known = (await shown(client, world, 2026)).json()["days"]
    changed = [day for day in known if day["day"] != "2026-10-10"]
    assert (await enter(client, world, *changed, year=2026)).json()["source"] == "office"
    assert not await is_working_day(session, date(2026, 10, 10))
    assert not await is_working_day(session, date(2026, 10, 1))


async def test_a_year_is_replaced_and_only_what_changed_is_recorded(
    client: AsyncClient, session: AsyncSession, world: World
) -> None:
    await enter(client, world, NATIONAL_DAY, MADE_UP)
    second = {**NATIONAL_DAY, "day": "2031-10-02"}
    answer = await enter(client, world, {**NATIONAL_DAY, "name": "国庆"}, second)
    assert [day["day"] for day in answer.json()["days"]] == ["2031-10-01", "2031-10-02"]
    await enter(client, world, {**NATIONAL_DAY, "name": "国庆"}, second)
    query = select(AuditEntry).where(col(AuditEntry.subject_type).like("calendar%"))
    entries = (await session.exec(query.order_by(col(AuditEntry.seq)))).all()
    assert [(entry.action, entry.subject_label) for entry in entries] == [
        ("calendar_year.create", "2031"),
        ("calendar_day.create", "2031-10-01 国庆节"),
        ("calendar_day.create", "2031-10-11 国庆节调休上班"),
        ("calendar_day.change", "2031-10-01 国庆"),
        ("calendar_day.create", "2031-10-02 国庆节"),
        ("calendar_day.delete", "2031-10-11 国庆节调休上班"),
    ]
    assert {entry.actor_user_id for entry in entries} == {world.users["officer"].id}


@pytest.mark.parametrize("who", ["officer", "system_admin"])
async def test_those_who_keep_the_calendar_enter_it(
    client: AsyncClient, world: World, who: str
) -> None:
    assert (await enter(client, world, NATIONAL_DAY, who=who)).status_code == 200


@pytest.mark.parametrize(
    "who", ["leader", "secretary", "clerk", "member", "auditor", "security_admin"]
)
async def test_nobody_else_enters_it(client: AsyncClient, world: World, who: str) -> None:
    answer = await enter(client, world, NATIONAL_DAY, who=who)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert (await shown(client, world, 2031)).status_code == 409


@pytest.mark.parametrize(
    ("days", "faults"),
    [
        ([{**NATIONAL_DAY, "day": "2030-10-01"}], [("/days/0/day", "outside_year")]),
        (
            [NATIONAL_DAY, MADE_UP, NATIONAL_DAY],
            [("/days/0/day", "day_twice"), ("/days/2/day", "day_twice")],
        ),
        ([NATIONAL_DAY, {**NATIONAL_DAY, "day": "2031-10-04"}], [("/days/1/day", "already_free")]),
        ([{**MADE_UP, "day": "2031-10-02"}], [("/days/0/day", "already_worked")]),
        ([{**NATIONAL_DAY, "name": " "}], [("/days/0/name", "string_too_short")]),
        ([{**NATIONAL_DAY, "kind": "feast"}], [("/days/0/kind", "enum")]),
        ([], [("/days", "too_short")]),
    ],
)
async def test_what_is_no_year(
    client: AsyncClient, world: World, days: list[dict[str, Any]], faults: list[tuple[str, str]]
) -> None:
    answer = await enter(client, world, *days)
    assert answer.status_code == 422
    assert [(fault["pointer"], fault["code"]) for fault in answer.json()["errors"]] == faults
    assert (await shown(client, world, 2031)).status_code == 409


@pytest.mark.parametrize("year", ["1999", "2200", "next", "2031.5", "99999999999999999999"])
async def test_a_year_out_of_range_is_refused(client: AsyncClient, world: World, year: str) -> None:
    path = f"{CALENDAR}/years/{year}"
    answer = await client.put(path, json={"days": []}, headers={**world.headers("officer"), **NEW})
    assert answer.status_code == 422
    asked = await client.get(CALENDAR, params={"year": year}, headers=world.headers("officer"))
    assert asked.status_code == 422


async def test_a_repeated_request_with_its_key_is_taken(client: AsyncClient, world: World) -> None:
    headers = {**world.headers("officer"), **NEW, "Idempotency-Key": "the-year-2031"}
    for _ in range(2):
        answer = await client.put(
            f"{CALENDAR}/years/2031", json={"days": [NATIONAL_DAY]}, headers=headers
        )
        assert answer.status_code == 200


async def test_the_next_year_is_missed_from_december_on(session: AsyncSession) -> None:
    async def years(today: date) -> list[Any]:
        return [missing.members["year"] for missing in await missing_years(session, today)]

    assert await years(date(2026, 11, 30)) == []
    assert await years(date(2026, 12, 1)) == [2027]
    assert await years(date(2027, 1, 1)) == [2027]
    assert await years(date(2027, 12, 31)) == [2027, 2028]
