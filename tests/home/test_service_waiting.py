"""The first page says which hours and certificates wait for whom."""

from datetime import timedelta
from typing import Any

import pytest
from httpx import AsyncClient

from factories.service_hours import ServiceDays
from factories.world import World
from gongwei.core import clock
from gongwei.core.db import Database

KINDS = ("volunteer_hours", "certificate")


@pytest.fixture
def days(client: AsyncClient, database: Database, world: World) -> ServiceDays:
    return ServiceDays(client, database, world)


async def waiting(days: ServiceDays, who: str) -> list[tuple[str, str]]:
    home: dict[str, Any] = await days.read(who, "/me/home")
    return [(one["title"], one["path"]) for one in home["waiting"] if one["kind"] in KINDS]


async def test_hours_wait_by_activity_where_they_are_decided(days: ServiceDays) -> None:
    activity = await days.activity()
    for name in ("甲", "乙"):
        await days.served(activity, await days.person(name), "09:00", "12:00")
    await days.complete(activity)
    line = ("服务时长待核实：清洁家园（2 条）", f"/volunteering/activities/{activity.id}")
    assert await waiting(days, "secretary") == [line]
    assert [await waiting(days, who) for who in ("officer", "clerk", "neighbour")] == [[], [], []]


async def test_long_days_wait_for_those_above(days: ServiceDays) -> None:
    await days.counted("甲", 540, place="finance", title="抢险", ends="18:00")
    await days.counted("乙", 540, place="finance_office", title="护堤", ends="18:00")
    titles = {who: [one for one, _ in await waiting(days, who)] for who in ("secretary", "officer")}
    assert titles == {
        "secretary": ["服务时长待核实：护堤（1 条）"],
        "officer": ["服务时长待核实：抢险（1 条）", "服务时长待核实：护堤（1 条）"],
    }


async def test_own_hours_and_decided_ones_wait_for_nobody(days: ServiceDays) -> None:
    own = await days.counted("甲")
    await days.link("secretary", own.person_id)
    other = await days.counted("乙")
    await days.act("secretary", other.id, "verify")
    assert await waiting(days, "secretary") == []


async def test_a_certificate_waits_when_its_notice_has_ended(days: ServiceDays) -> None:
    row = await days.counted("张三")
    await days.act("secretary", row.id, "verify")
    body = {"person_id": str(row.person_id), "from_on": "2024-01-01", "until_on": "2024-12-31"}
    made = (await days.post("clerk", "/certificates", body)).json()
    assert await waiting(days, "secretary") == []
    with clock.Frozen(clock.now() + timedelta(days=8)):
        found = await waiting(days, "secretary")
    place = days.world["finance_office"].name
    assert found == [
        (f"志愿服务证明待开具：张三（{place}）", f"/volunteering/certificates/{made['id']}")
    ]
