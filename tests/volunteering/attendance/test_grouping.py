"""Scans that arrive together share a transaction, and none suffers from another. With real
commits.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import make_url, text

from conftest import run_as_owner
from factories.program import client_on
from factories.world import World
from gongwei.access.sessions import SignInSession
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.core.models import new_id
from volunteering.attendance.conftest import doorway
from volunteering.attendance.doorway import Doorway, told

CROWD = ("member", "secretary", "clerk", "department_leader", "neighbour", "officer")


@pytest.fixture
async def crowd(
    separate: Database, settings: Settings, world_apart: World
) -> AsyncIterator[Doorway]:
    """Six people before the door, signed up, on a database with real commits."""
    async with client_on(separate, settings) as client:
        door = await doorway(client, separate, world_apart)
        await door.days.sign_up(door.shift, door.people["王五"])
        for who in CROWD[2:]:
            door.people[who] = await door.days.person(f"党员{who}", who=who)
            await door.days.sign_up(door.shift, door.people[who])
        yield door


async def test_those_who_arrive_together_share_a_transaction(
    crowd: Doorway, separate: Database
) -> None:
    answers = await asyncio.gather(*(crowd.scan(who) for who in CROWD))
    assert Counter(told(one) for one in answers) == {(201, None): 6}
    names = [one.json()["name"] for one in answers]
    assert names == ["李四", "王五", *(f"党员{who}" for who in CROWD[2:])]
    async with separate.transaction("*") as session:
        rows = await session.execute(text("SELECT xmin::text FROM check_in"))
        logged = await session.execute(
            text("SELECT actor_user_id FROM audit_entry WHERE action = 'check_in.create'")
        )
        transactions = Counter(rows.scalars())
        by = set(logged.scalars())
    assert list(transactions.values()) == [6]
    assert by == {crowd.days.world.users[who].id for who in CROWD}


async def test_a_refusal_harms_nobody_beside_it(crowd: Doorway) -> None:
    await crowd.scan("clerk")
    answers = await asyncio.gather(*(crowd.scan(who) for who in CROWD))
    expected = {(201, None): 5, (409, "already_checked_in"): 1}
    assert Counter(told(one) for one in answers) == expected
    figures = await crowd.read("secretary", f"activities/{crowd.activity.id}/attendance")
    assert (figures["inside"], figures["refused"]) == (6, 1)


async def test_what_the_tables_refuse_harms_nobody_beside_it(
    crowd: Doorway, separate: Database
) -> None:
    run_as_owner(
        "ALTER TABLE check_in ADD CONSTRAINT not_this_one CHECK "
        f"(person_id <> '{crowd.people['clerk'].id}')",
        database=str(make_url(separate.url).database),
    )
    answers = await asyncio.gather(*(crowd.scan(who) for who in CROWD))
    assert Counter(told(one) for one in answers) == {(201, None): 5, (409, "conflict"): 1}
    assert told(answers[CROWD.index("clerk")]) == (409, "conflict")


async def test_what_the_database_cannot_read_harms_nobody_beside_it(
    crowd: Doorway, separate: Database
) -> None:
    run_as_owner(
        "ALTER TABLE check_in ADD CONSTRAINT not_this_one CHECK "
        f"(person_id <> '{crowd.people['clerk'].id}' OR device_seq / (device_seq - 7) > 0)",
        database=str(make_url(separate.url).database),
    )
    answers = await asyncio.gather(
        *(crowd.scan(who, device_seq=7 if who == "clerk" else None) for who in CROWD)
    )
    assert Counter(told(one) for one in answers) == {(201, None): 5, (500, "internal"): 1}
    assert told(answers[CROWD.index("clerk")]) == (500, "internal")


async def test_whose_sign_in_ended_is_no_more_let_in(crowd: Doorway, separate: Database) -> None:
    async with separate.transaction("*") as session:
        ended = await session.get_one(SignInSession, crowd.days.world.sessions["clerk"].id)
        ended.ended_at = ended.created_at
        session.add(ended)
    crowd.days.world.assignments["officer"].id = new_id()
    answers = await asyncio.gather(*(crowd.scan(who) for who in CROWD))
    expected = {(201, None): 4, (401, "not_signed_in"): 2}
    assert Counter(told(one) for one in answers) == expected


async def test_a_stranger_is_asked_to_sign_in(crowd: Doorway) -> None:
    for headers in ({}, {"Authorization": "Bearer x.y.z"}):
        answer = await crowd.client.post("/api/v1/check-ins", json=crowd.scanned(), headers=headers)
        assert told(answer) == (401, "not_signed_in")
        assert answer.headers["www-authenticate"] == "Bearer"
