"""Several phones at the same moment: one check-in, and refusals that stay. With real commits."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from factories.program import client_on
from factories.world import World, commit_unrecorded
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.volunteering.activities.models import Activity, ActivityState
from volunteering.attendance.conftest import doorway
from volunteering.attendance.doorway import Doorway, at, offline, told


@pytest.fixture
async def apart(
    separate: Database, settings: Settings, world_apart: World
) -> AsyncIterator[Doorway]:
    """The doorway on a database with real commits."""
    async with client_on(separate, settings) as client:
        yield await doorway(client, separate, world_apart)


async def test_two_phones_make_one_entry(apart: Doorway) -> None:
    tries = [apart.scan() for _ in range(3)] + [apart.mark() for _ in range(3)]
    answers = Counter(told(one) for one in await asyncio.gather(*tries))
    assert answers == {(201, None): 1, (409, "already_checked_in"): 5}
    figures = await apart.read("secretary", f"activities/{apart.activity.id}/attendance")
    assert (figures["inside"], figures["refused"]) == (1, 5)


async def test_one_nonce_sent_several_times_is_one_entry(apart: Doorway) -> None:
    body = apart.scanned()
    answers = await asyncio.gather(*(apart.check_in("member", body) for _ in range(6)))
    assert Counter(told(one) for one in answers) == {(201, None): 1, (200, None): 5}
    assert len({one.json()["id"] for one in answers}) == 1


async def test_one_nonce_for_two_people_is_one_entry(apart: Doorway) -> None:
    await apart.days.sign_up(apart.shift, apart.people["王五"])
    nonce = str(uuid4())
    bodies = [apart.marked(name, nonce=nonce) for name in ("李四", "王五")]
    answers = await asyncio.gather(*(apart.check_in("clerk", one) for one in bodies))
    assert Counter(told(one) for one in answers) == {(201, None): 1, (422, "nonce_reused"): 1}


async def test_nobody_enters_two_activities_at_the_same_moment(apart: Doorway) -> None:
    other = await apart.days.activity(title="送药上门")
    shift = await apart.days.shift(other)
    await apart.days.sign_up(shift, apart.people["李四"])
    answers = await asyncio.gather(apart.scan(), apart.scan(shift=shift))
    assert Counter(told(one) for one in answers) == {(201, None): 1, (409, "overlap"): 1}


async def test_bundles_of_the_same_people_wait_for_each_other(apart: Doorway) -> None:
    names = [f"志愿者{number}" for number in range(12)]
    for name in names:
        apart.people[name] = await apart.days.person(name)
        await apart.days.sign_up(apart.shift, apart.people[name])
    items = [apart.marked(name, now=at(5), **offline(at(5))) for name in names]
    bundles = [items, items[::-1], items[6:] + items[:6]]
    answers = await asyncio.gather(
        *(
            apart.send("clerk", "POST", "check-in-batches", now=at(9), json={"items": one})
            for one in bundles
        )
    )
    assert [one.status_code for one in answers] == [200] * 3
    statuses = Counter(item["status"] for one in answers for item in one.json()["items"])
    assert statuses == {201: 12, 200: 24}


async def test_what_arrives_while_the_activity_is_completed_needs_a_look(
    apart: Doorway, separate: Database
) -> None:
    """Whoever completes it counts what was taken before, so nothing slips in beside the count."""
    async with separate.transaction("*") as session:
        held = await session.get_one(Activity, apart.activity.id, with_for_update=True)
        arriving = asyncio.create_task(apart.scan())
        await asyncio.sleep(0.3)
        assert not arriving.done()
        held.state = ActivityState.COMPLETED
        session.add(held)
        await commit_unrecorded(session)
    made = (await arriving).json()
    assert (made["state"], made["review_reason"]) == ("needs_review", "uploaded_late")
