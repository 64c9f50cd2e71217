"""Two people appoint at the same moment: one post, one secretary. With real commits."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest

from factories.program import client_on
from factories.world import World
from gongwei.core.config import Settings
from gongwei.core.db import Database
from secretaries.secretariat import Secretariat, days


@pytest.fixture
async def apart(
    separate: Database, settings: Settings, world_apart: World
) -> AsyncIterator[Secretariat]:
    """The desk on a database with real commits."""
    async with client_on(separate, settings) as client:
        yield Secretariat(client, separate, world_apart)


async def test_one_of_several_is_appointed(apart: Secretariat) -> None:
    paths = []
    for order in range(1, 10, 2):
        held = await apart.nomination(
            await apart.person(f"人选{order}", order), state="approved", approved_on=days(-1)
        )
        paths.append(f"nominations/{held.id}")
    answers = await asyncio.gather(
        *(apart.act("officer", path, "appoint", on=str(days(0))) for path in paths)
    )
    told = Counter((one.status_code, one.json().get("code")) for one in answers)
    assert told == {(200, None): 1, (409, "appointment_overlaps"): 4}
    assert len(await apart.names("officer", "secretaries")) == 1
    assert len((await apart.read("officer", "tasks", origin_type="talk"))["items"]) == 1


async def test_one_of_several_is_entered_late(apart: Secretariat) -> None:
    people = [await apart.person(f"书记{order}", order) for order in range(1, 8, 2)]
    body = {
        "organisation_id": str(apart.world["finance"].id), "post": "secretary",
        "from_on": "2023-03-01", "late_reason": "系统启用前任职",
    }  # fmt: skip
    answers = await asyncio.gather(
        *(
            apart.send("officer", "POST", "secretaries", json={**body, "person_id": str(one)})
            for one in people
        )
    )
    told = Counter((one.status_code, one.json().get("code")) for one in answers)
    assert told == {(201, None): 1, (409, "appointment_overlaps"): 3}
