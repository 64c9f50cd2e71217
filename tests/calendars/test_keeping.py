"""Who keeps the calendar, and that two who keep it at once do not undo each other."""

from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlmodel import select

from factories.world import World, commit_unrecorded
from gongwei.access.models import RoleAssignment
from gongwei.access.permissions import Role
from gongwei.core.db import WHOLE_TREE, Database

DAY = {"day": "2031-10-01", "kind": "holiday", "name": "国庆节"}
SECOND = {**DAY, "day": "2031-10-02"}


async def put(
    client: AsyncClient, world: World, *days: dict[str, Any], year: int = 2031,
    who: str = "officer", **conditions: str,
) -> Response:  # fmt: skip
    given = {name.replace("_", "-"): value for name, value in conditions.items()}
    return await client.put(
        f"/api/v1/calendar/years/{year}", json={"days": list(days)},
        headers={**world.headers(who), **given},
    )  # fmt: skip


def refusal(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_a_year_is_not_replaced_without_saying_which(
    client: AsyncClient, world: World
) -> None:
    for year in (2026, 2031):
        answer = await put(client, world, {**DAY, "day": f"{year}-10-01"}, year=year)
        assert refusal(answer) == (428, "precondition_required")


async def test_a_year_that_somebody_entered_meanwhile_is_not_entered_anew(
    client: AsyncClient, world: World
) -> None:
    assert (await put(client, world, DAY, If_None_Match="*")).status_code == 200
    assert refusal(await put(client, world, SECOND, If_None_Match="*")) == (412, "stale")


async def test_a_year_that_somebody_changed_meanwhile_is_not_replaced(
    client: AsyncClient, world: World
) -> None:
    first = await put(client, world, DAY, If_None_Match="*")
    seen = first.headers["etag"]
    second = await put(client, world, DAY, SECOND, If_Match=seen)
    assert (second.status_code, second.json()["version"], second.headers["etag"]) == (200, 2, '"2"')
    assert refusal(await put(client, world, DAY, If_Match=seen)) == (412, "stale")
    same = await put(client, world, DAY, SECOND, If_Match=second.headers["etag"])
    assert (same.status_code, same.json()["version"]) == (200, 2)


async def test_taking_a_day_away_moves_the_version_too(client: AsyncClient, world: World) -> None:
    await put(client, world, DAY, SECOND, If_None_Match="*")
    answer = await put(client, world, DAY, If_Match='"1"')
    assert (answer.json()["version"], answer.json()["days"]) == (2, [DAY])


@pytest.mark.parametrize(
    ("year", "conditions"),
    [
        (2026, {"If_None_Match": "*"}),
        (2026, {"If_Match": '"1"'}),
        (2031, {"If_Match": '"0"'}),
        (2031, {"If_Match": '"1"'}),
        (2031, {"If_Match": "*"}),
    ],
)
async def test_a_year_is_known_or_it_is_not(
    client: AsyncClient, world: World, year: int, conditions: dict[str, str]
) -> None:
    answer = await put(client, world, {**DAY, "day": f"{year}-10-01"}, year=year, **conditions)
    assert refusal(answer) == (412, "stale")


async def test_a_year_as_it_was_announced_has_a_tag_of_its_own(
    client: AsyncClient, world: World
) -> None:
    read = await client.get("/api/v1/calendar?year=2026", headers=world.headers("member"))
    assert read.json()["version"] == 0
    day = {**DAY, "day": "2026-10-01"}
    answer = await put(client, world, day, year=2026, If_Match=read.headers["etag"])
    assert (answer.status_code, answer.json()["version"]) == (200, 1)
    again = await client.get(
        "/api/v1/calendar?year=2026",
        headers={**world.headers("member"), "If-None-Match": read.headers["etag"]},
    )
    assert (again.status_code, again.json()["source"]) == (200, "office")


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMIN, Role.COMMITTEE_OFFICER])
async def test_the_calendar_is_kept_at_the_root_alone(
    client: AsyncClient, database: Database, world: World, role: Role
) -> None:
    async with database.transaction(WHOLE_TREE) as session:
        query = select(RoleAssignment).where(RoleAssignment.id == world.assignments["clerk"].id)
        held = (await session.exec(query)).one()
        held.role = role
        await commit_unrecorded(session)
    assert refusal(await put(client, world, DAY, who="clerk", If_None_Match="*")) == (
        403, "not_allowed",
    )  # fmt: skip
    told = (await client.get("/api/v1/me", headers=world.headers("clerk"))).json()
    assert "calendar.write" not in told["permissions"]
    root = (await client.get("/api/v1/me", headers=world.headers("officer"))).json()
    assert "calendar.write" in root["permissions"]
    home = (await client.get("/api/v1/me/home", headers=world.headers("clerk"))).json()
    assert home["notices"] == []
