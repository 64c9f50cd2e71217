"""Several at the same time, on a database with real commits: nothing is counted twice or lost."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from factories.program import client_on
from factories.service_hours import ServiceDays
from factories.world import World
from gongwei.commands.invariants import check_invariants
from gongwei.core import clock
from gongwei.core.config import Settings
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.volunteering.hours.folding import fold_sums

Body = dict[str, Any]


@pytest.fixture
async def apart(
    separate: Database, settings: Settings, world_apart: World
) -> AsyncIterator[ServiceDays]:
    async with client_on(separate, settings) as client:
        yield ServiceDays(client, separate, world_apart)


async def broken(days: ServiceDays) -> list[str]:
    async with days.database.transaction(WHOLE_TREE) as session:
        found = await check_invariants(session)
    return [one.note for one in found if one.invariant == "sums of hours equal their rows"]


async def test_two_verify_the_same_entry_and_it_counts_once(apart: ServiceDays) -> None:
    row = await apart.counted()
    answers = await asyncio.gather(
        apart.act("secretary", row.id, "verify"), apart.act("officer", row.id, "verify")
    )
    assert sorted(one.status_code for one in answers) == [200, 409]
    told = await apart.read("officer", "/volunteer-hours/summary", by="month")
    assert (told["recorded_minutes"], told["pending_minutes"], told["entries"]) == (180, 0, 1)
    assert await broken(apart) == []


async def test_the_same_late_entry_twice_at_once_is_kept_once(apart: ServiceDays) -> None:
    person_id = await apart.person("甲")
    body = {
        "person_id": str(person_id), "day": "2024-05-11", "minutes": 60, "title": "护河",
        "reason": "手机没电",
    }  # fmt: skip
    answers = await asyncio.gather(
        *(apart.post("officer", "/volunteer-hours", body) for _ in range(3))
    )
    assert sorted(one.status_code for one in answers) == [201, 409, 409]


async def test_sums_stay_right_while_they_are_folded(
    apart: ServiceDays, settings: Settings
) -> None:
    people = [await apart.person(f"人{number}") for number in range(4)]
    ended = asyncio.Event()

    async def keep_folding() -> None:
        while not ended.is_set():
            await fold_sums(apart.database, settings)

    async def enter(number: int) -> int:
        body = {
            "person_id": str(people[number % 4]), "day": f"2024-05-{number + 1:02d}",
            "minutes": 60, "title": "护河", "reason": "手机没电",
        }  # fmt: skip
        answer = await apart.post("officer", "/volunteer-hours", body)
        told = await apart.read("officer", "/volunteer-hours/summary", by="organisation")
        assert told["pending_minutes"] == sum(one["pending_minutes"] for one in told["items"])
        return answer.status_code

    folding = [asyncio.create_task(keep_folding()) for _ in range(2)]
    assert await asyncio.gather(*(enter(number) for number in range(16))) == [201] * 16
    ended.set()
    await asyncio.gather(*folding)
    assert await broken(apart) == []
    told = await apart.read("officer", "/volunteer-hours/summary", by="month")
    assert (told["pending_minutes"], told["entries"]) == (960, 16)


async def test_two_certificates_at_once_have_two_numbers(apart: ServiceDays) -> None:
    ids = []
    for name in ("甲", "乙"):
        row = await apart.counted(name)
        await apart.act("officer", row.id, "verify")
        body = {"person_id": str(row.person_id), "from_on": "2024-01-01", "until_on": "2024-12-31"}
        ids.append((await apart.post("officer", "/certificates", body)).json()["id"])
    with clock.Frozen(clock.now() + timedelta(days=8)):
        answers = await asyncio.gather(
            *(apart.post("officer", f"/certificates/{one}/actions/issue") for one in ids)
        )
    numbers = sorted(one.json()["number"] for one in answers)
    assert [one[-6:] for one in numbers] == ["000001", "000002"]


async def test_completing_takes_as_many_statements_for_many_as_for_few(
    apart: ServiceDays,
) -> None:
    counts = []
    for people in (2, 12):
        activity = await apart.activity(f"活动{people}")
        for number in range(people):
            person_id = await apart.person(f"人{people}{number}")
            await apart.served(activity, person_id, "09:00", "12:00")
        counts.append(await _statements(apart, activity))
    assert counts[0] == counts[1]


async def _statements(days: ServiceDays, activity: Any) -> int:
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    engine = days.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    await days.complete(activity)
    event.remove(engine, "before_cursor_execute", note)
    return len(seen)
