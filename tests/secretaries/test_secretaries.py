"""Secretaries: reading, importing, and figures on a day."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from httpx import AsyncClient
from sqlalchemy import select
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import acting, enter, identity_number, officer, row
from factories.world import World
from gongwei.access.models import Organisation, Person
from gongwei.access.scope import below
from gongwei.audit.models import AuditEntry
from gongwei.core.bulk import ImportOutcome
from gongwei.core.db import Database
from gongwei.core.errors import Problem
from gongwei.secretaries.figures import (
    SecretaryFacts,
    SecretaryFigures,
    secretary_facts,
    secretary_figures,
)
from gongwei.secretaries.import_rows import AppointmentRow
from gongwei.secretaries.importing import import_appointments, preview_appointments
from gongwei.secretaries.models import Appointment, AppointmentState, Post

AS_OF = date(2008, 12, 31)
BORN = date(1970, 1, 1)


def post(world: World, place: str, name: str, order: int, **values: Any) -> AppointmentRow:
    return AppointmentRow(
        **{
            "organisation_id": world[place].id, "name": name, "post": Post.SECRETARY,
            "identity_number": identity_number(BORN, order), "from_on": date(2005, 7, 26),
            "full_time": False, **values,
        }
    )  # fmt: skip


async def run(
    database: Database, world: World, *rows: AppointmentRow, as_of: date = AS_OF, who: str = ""
) -> ImportOutcome:
    async def silently(_done: int) -> None:
        return None

    actor = acting(world, who) if who else officer(world)
    async with database.transaction(actor.path if who else "*") as session:
        return await import_appointments(session, actor, rows, as_of, silently)


async def listed(client: AsyncClient, world: World, who: str, **query: Any) -> list[dict[str, Any]]:
    answer = await client.get("/api/v1/secretaries", params=query, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def test_importing_twice_changes_nothing(
    database: Database, world: World, session: AsyncSession
) -> None:
    rows = (
        post(world, "finance", "茅辉", 1, full_time=True, duty_title="办公室主任"),
        post(world, "finance_office", "姚宁", 3),
    )
    assert await run(database, world, *rows) == ImportOutcome(2, 0, 0)
    entries = len((await session.exec(select_rows(AuditEntry.id))).all())
    assert await run(database, world, *rows) == ImportOutcome(0, 0, 2)
    assert len((await session.exec(select_rows(AuditEntry.id))).all()) == entries
    assert await preview_appointments(session, officer(world), rows) == ["same", "same"]


async def test_a_person_on_the_roster_is_not_held_twice(
    database: Database, world: World, session: AsyncSession
) -> None:
    await enter(database, world, row("茅辉", world["finance_office"].id, 1))
    await run(database, world, post(world, "finance", "茅辉", 1), post(world, "archive", "姚宁", 3))
    people = (await session.exec(select_rows(Person).order_by(col(Person.name_pinyin)))).all()
    assert [(one.name, one.organisation_id) for one in people] == [
        ("茅辉", world["finance_office"].id),
        ("姚宁", world["archive"].id),
    ]


async def test_changed_entries_are_recorded(
    database: Database, world: World, session: AsyncSession
) -> None:
    first = post(world, "finance", "茅辉", 1)
    await run(database, world, first)
    outcome = await run(database, world, replace(first, full_time=True, duty_title=None))
    assert outcome == ImportOutcome(0, 1, 0)
    query = select_rows(AuditEntry).where(col(AuditEntry.action) == "appointment.change")
    entry = (await session.exec(query)).one()
    assert (entry.subject_label, entry.changes) == (
        "茅辉",
        {"full_time": {"before": False, "after": True}},
    )


async def test_a_new_secretary_ends_the_office_of_the_one_before(
    database: Database, world: World, session: AsyncSession
) -> None:
    old = post(world, "finance", "茅辉", 1)
    new = post(world, "finance", "姚宁", 3, from_on=date(2008, 5, 1))
    await run(database, world, old)
    assert await run(database, world, new) == ImportOutcome(1, 0, 0)
    found = (await session.exec(select_rows(Appointment).order_by(col(Appointment.from_on)))).all()
    assert [(one.state, one.from_on, one.to_on) for one in found] == [
        (AppointmentState.ENDED, date(2005, 7, 26), date(2008, 5, 1)),
        (AppointmentState.IN_OFFICE, date(2008, 5, 1), None),
    ]
    assert await run(database, world, old) == ImportOutcome(0, 0, 1)


async def test_deputies_stand_beside_the_secretary(
    database: Database, world: World, session: AsyncSession
) -> None:
    deputy = post(world, "finance", "姚宁", 3, post=Post.FULL_TIME_DEPUTY_SECRETARY, full_time=True)
    await run(database, world, post(world, "finance", "茅辉", 1), deputy)
    facts = await secretary_facts(session, officer(world), world["finance"].id, AS_OF)
    assert facts == SecretaryFacts(True, False, 1)
    before = await secretary_facts(session, officer(world), world["finance"].id, date(2005, 7, 25))
    assert before == SecretaryFacts(False, False, 0)


async def test_rows_that_cannot_stand_are_refused(
    database: Database, world: World, session: AsyncSession
) -> None:
    held = post(world, "finance", "茅辉", 1)
    await run(database, world, held)
    refusals = {
        "two_secretaries": (post(world, "archive", "姚宁", 3), post(world, "archive", "李成", 5)),
        "office_in_the_future": (post(world, "archive", "姚宁", 3, from_on=date(2009, 1, 1)),),
        "older_than_office": (post(world, "finance", "姚宁", 3, from_on=date(2001, 1, 1)),),
        "secretary_name_differs": (post(world, "archive", "姚宁", 1),),
    }
    for code, rows in refusals.items():
        with pytest.raises(Problem) as refused:
            await run(database, world, *rows)
        assert refused.value.code == code
    for code, place, order in (
        ("secretary_place_refused", "archive", 3),
        ("secretary_held_elsewhere", "police", 1),
    ):
        with pytest.raises(Problem) as refused:
            await run(database, world, post(world, place, "茅辉", order), who="neighbour")
        assert refused.value.code == code
    assert len((await session.exec(select_rows(Appointment.id))).all()) == 1


async def test_those_in_office_are_listed_now_and_on_a_day(
    client: AsyncClient, database: Database, world: World
) -> None:
    await run(database, world, post(world, "finance", "茅辉", 1), post(world, "archive", "李成", 5))
    await run(database, world, post(world, "finance", "姚宁", 3, from_on=date(2008, 5, 1)))
    assert [one["name"] for one in await listed(client, world, "officer")] == ["李成", "姚宁"]
    then = await listed(client, world, "officer", as_of="2008-04-30")
    assert [one["name"] for one in then] == ["李成", "茅辉"]
    ended = await listed(client, world, "officer", state="ended")
    assert [(one["name"], one["to_on"]) for one in ended] == [("茅辉", "2008-05-01")]
    assert [one["name"] for one in await listed(client, world, "officer", q="yn")] == ["姚宁"]
    assert await listed(client, world, "neighbour") == []
    assert await listed(client, world, "auditor") == []


async def test_a_single_appointment_is_read_within_reach(
    client: AsyncClient, database: Database, world: World
) -> None:
    await run(database, world, post(world, "finance", "茅辉", 1))
    shown = (await listed(client, world, "officer"))[0]
    path = f"/api/v1/secretaries/{shown['id']}"
    theirs = {**shown, "allowed_actions": ["request_end"]}
    assert (await client.get(path, headers=world.headers("secretary"))).json() == theirs
    assert (await client.get(path, headers=world.headers("neighbour"))).status_code == 404
    told = await client.get(f"{path}/history", headers=world.headers("officer"))
    assert [one["action"] for one in told.json()["items"]] == ["appointment.create"]


async def test_figures_count_full_time_part_time_and_vacant(
    database: Database, world: World, session: AsyncSession
) -> None:
    await run(
        database, world,
        post(world, "finance", "茅辉", 1, full_time=True), post(world, "archive", "李成", 5),
    )  # fmt: skip
    whole = select(col(Organisation.id)).where(below(world["root"].path))
    found = await secretary_figures(session, officer(world), whole, AS_OF)
    assert found == SecretaryFigures(full_time=1, part_time=1, vacant=4)
    before = await secretary_figures(session, officer(world), whole, date(2005, 7, 25))
    assert before == SecretaryFigures(full_time=0, part_time=0, vacant=6)
    own = await secretary_figures(session, acting(world, "neighbour"), whole, AS_OF)
    assert own == SecretaryFigures(full_time=0, part_time=0, vacant=2)
