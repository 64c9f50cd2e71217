"""Importing a roster: new, changed, the same, and what cannot stand."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import AS_OF, acting, enter, identity_number, officer, row
from factories.world import World
from gongwei.access.models import Person
from gongwei.audit.models import AuditEntry, Event
from gongwei.core.bulk import BATCH, ImportOutcome
from gongwei.core.db import Database
from gongwei.core.errors import Problem
from gongwei.members.importing import import_members, preview_members
from gongwei.members.models import Member, Membership, Service
from gongwei.members.roster_rows import MemberRow

LATER = date(2010, 12, 31)


async def run(
    database: Database, world: World, rows: list[MemberRow], as_of: date = AS_OF, who: str = ""
) -> ImportOutcome:
    actor = acting(world, who) if who else officer(world)
    seen: list[int] = []

    async def note(done: int) -> None:
        seen.append(done)

    async with database.transaction(actor.path if who else "*") as session:
        outcome = await import_members(session, actor, rows, as_of, note)
    assert seen[-1:] == [len(rows)]
    return outcome


def people(world: World, count: int) -> list[MemberRow]:
    places = (world["finance_office"].id, world["archive"].id)
    return [row(f"张{n:04}", places[n % 2], n % 1000, born=date(1960 + n // 1000, 1, 1))
            for n in range(count)]  # fmt: skip


async def test_importing_twice_changes_nothing(
    database: Database, world: World, session: AsyncSession
) -> None:
    rows = people(world, BATCH + 3)
    assert await run(database, world, rows) == ImportOutcome(BATCH + 3, 0, 0)
    entries = len((await session.exec(select(AuditEntry.id))).all())
    assert await run(database, world, rows) == ImportOutcome(0, 0, BATCH + 3)
    for table in (Person, Member, Membership):
        assert len((await session.exec(select(table.id))).all()) == BATCH + 3
    assert len((await session.exec(select(AuditEntry.id))).all()) == entries


async def test_every_new_member_has_an_entry_and_an_event_without_numbers(
    database: Database, world: World, session: AsyncSession
) -> None:
    await run(database, world, [replace(people(world, 1)[0], phone="13012345678")])
    entry = (await session.exec(select(AuditEntry))).one()
    event = (await session.exec(select(Event))).one()
    member = (await session.exec(select(Member))).one()
    assert (entry.action, entry.subject_id, entry.subject_label, entry.to_state) == (
        "member.create", member.id, "张0000", "active",
    )  # fmt: skip
    assert (event.type, event.subject_id, event.operation) == (
        "member.create", member.id, "create",
    )  # fmt: skip
    assert entry.changes["birth_on"] == {"before": None, "after": "1960-01-01"}
    assert {"identity_number", "identity_hash", "phone"} & set(entry.changes) == set()


async def test_changed_values_are_recorded_with_before_and_after(
    database: Database, world: World, session: AsyncSession
) -> None:
    first = row("张三", world["archive"].id, 1, education="30", phone="13012345678")
    await run(database, world, [first])
    changed = replace(first, education="20", phone="13112345678", service=Service.RETIRED)
    assert await run(database, world, [changed], LATER) == ImportOutcome(0, 1, 0)
    query = select(AuditEntry).where(col(AuditEntry.action) == "member.change")
    entry = (await session.exec(query)).one()
    assert entry.changes == {
        "education": {"before": "30", "after": "20"},
        "service": {"before": "in_service", "after": "retired"},
        "phone": {"hidden": True},
    }
    person, member = (
        (await session.exec(select(Person))).one(),
        (await session.exec(select(Member))).one(),
    )
    assert (person.education, person.phone, person.version) == ("20", "13112345678", 2)
    assert (member.service, member.version) == (Service.RETIRED, 2)
    assert person.identity_number == identity_number(date(1970, 1, 1), 1)


async def test_an_empty_entry_leaves_what_is_held(
    database: Database, world: World, session: AsyncSession
) -> None:
    first = row("张三", world["archive"].id, 1, education="30", phone="13012345678")
    await run(database, world, [first])
    emptied = replace(first, education=None, phone=None)
    assert await run(database, world, [emptied]) == ImportOutcome(0, 0, 1)
    assert (await session.exec(select(Person.education))).one() == "30"


async def test_another_branch_in_a_later_roster_is_a_dated_transfer(
    database: Database, world: World, session: AsyncSession
) -> None:
    first = row("张三", world["archive"].id, 1)
    await run(database, world, [first])
    moved = replace(first, organisation_id=world["finance_units"].id)
    assert await run(database, world, [moved], LATER) == ImportOutcome(0, 1, 0)
    found = (await session.exec(select(Membership).order_by(col(Membership.valid_from)))).all()
    assert [(one.organisation_id, one.valid_from, one.valid_to) for one in found] == [
        (world["archive"].id, AS_OF, LATER),
        (world["finance_units"].id, LATER, None),
    ]
    person = (await session.exec(select(Person))).one()
    assert person.organisation_id == world["finance_units"].id


async def test_an_older_roster_moves_nobody_back(database: Database, world: World) -> None:
    first = row("张三", world["archive"].id, 1)
    await run(database, world, [first], LATER)
    older = replace(first, organisation_id=world["finance_units"].id)
    with pytest.raises(Problem) as refused:
        await run(database, world, [older], AS_OF)
    assert refused.value.code == "older_than_roster"


async def test_a_preview_tells_what_would_happen_and_writes_nothing(
    database: Database, world: World, session: AsyncSession
) -> None:
    held, other = row("张三", world["archive"].id, 1), row("李四", world["archive"].id, 3)
    await run(database, world, [held, other])
    rows = [held, replace(other, education="20"), row("王五", world["archive"].id, 5)]
    before = len((await session.exec(select(AuditEntry.id))).all())
    assert await preview_members(session, officer(world), rows) == ["same", "changed", "new"]
    assert len((await session.exec(select(AuditEntry.id))).all()) == before
    assert len((await session.exec(select(Person.id))).all()) == 2


async def test_rows_that_cannot_stand_are_refused_whole(
    database: Database, world: World, session: AsyncSession
) -> None:
    good, place = row("张三", world["archive"].id, 1), world["finance_office"].id
    refusals = {
        "identity_number_twice": [good, row("李四", place, 1)],
        "import_place_refused": [good, row("李四", world["finance"].id, 3)],
    }
    for code, rows in refusals.items():
        with pytest.raises(Problem) as refused:
            await run(database, world, rows)
        assert refused.value.code == code
    assert (await session.exec(select(Person.id))).all() == []


async def test_a_day_in_the_future_is_refused(database: Database, world: World) -> None:
    with pytest.raises(Problem) as refused:
        await run(database, world, people(world, 1), date(2199, 1, 1))
    assert refused.value.errors[0].code == "in_the_future"


async def test_a_number_held_elsewhere_is_refused_by_the_name_in_the_callers_own_roster(
    database: Database, world: World
) -> None:
    await enter(database, world, row("单芳", world["finance_office"].id, 2))
    rows = [row("张三", world["police_office"].id, 1), row("李四", world["police_office"].id, 2)]
    with pytest.raises(Problem) as refused:
        await run(database, world, rows, who="neighbour")
    assert refused.value.code == "identity_number_held"
    assert "李四" in refused.value.detail("zh")
    assert "单芳" not in refused.value.detail("zh")


async def test_a_department_may_not_import_into_another(database: Database, world: World) -> None:
    with pytest.raises(Problem) as refused:
        await run(database, world, [row("张三", world["archive"].id, 1)], who="neighbour")
    assert refused.value.code == "import_place_refused"
