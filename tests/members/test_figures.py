"""Ages and figures on a day."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import Select, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import AS_OF, acting, enter, officer, row
from factories.world import World
from gongwei.access.models import Organisation, Person
from gongwei.access.scope import below
from gongwei.core.db import Database
from gongwei.members import ages
from gongwei.members.figures import ServiceCounts, counts_by_branch, member_figures
from gongwei.members.models import Service, Standing


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1963, 12, 31), date(2008, 12, 31), 45),
        (date(1964, 1, 1), date(2008, 12, 31), 44),
        (date(1964, 2, 29), date(2009, 2, 28), 44),
        (date(1964, 2, 29), date(2009, 3, 1), 45),
        (date(1963, 3, 1), date(2008, 2, 29), 44),
        (date(1963, 2, 28), date(2008, 2, 29), 45),
    ],
)
async def test_the_database_and_the_program_agree_on_an_age(
    session: AsyncSession, world: World, born: date, day: date, age: int
) -> None:
    person = Person(
        organisation_id=world["archive"].id, name="张三", name_pinyin="", search_text="",
        birth_on=born,
    )  # fmt: skip
    session.add(person)
    await session.flush()
    assert ages.age_on(born, day) == age
    for years in (44, 45, 46):
        for condition, expected in (
            (ages.younger_than(years, day), age < years),
            (ages.at_least(years, day), age >= years),
        ):
            found = await session.execute(
                select(col(Person.id)).where(col(Person.id) == person.id, condition)
            )
            assert bool(found.all()) is expected
    session.expunge(person)
    session.sync_session.info.pop("audit", None)


@pytest.fixture
async def roster(database: Database, world: World) -> World:
    office, archive = world["finance_office"].id, world["archive"].id
    retired = {"service": Service.RETIRED}
    await enter(
        database, world,
        row("甲", office, 1, born=date(1973, 12, 31), education="10", nationality="01"),
        row("乙", office, 2, born=date(1963, 12, 31), education="20", nationality="15"),
        row("丙", office, 3, born=date(1964, 1, 1), standing=Standing.PROBATIONARY),
        row("丁", archive, 4, born=date(1940, 1, 1), education="20", nationality="02", **retired),
        row("戊", archive, 5, born=date(1948, 6, 1), group_id=world["archive_one"].id),
    )  # fmt: skip
    return world


def subtree(world: World, name: str) -> Select[tuple[UUID]]:
    return select(col(Organisation.id)).where(below(world[name].path))


async def test_figures_count_the_subtree_on_the_day(roster: World, session: AsyncSession) -> None:
    found = await member_figures(session, officer(roster), subtree(roster, "root"), AS_OF)
    assert (found.total, found.in_service, found.retired) == (5, 4, 1)
    assert (found.full, found.probationary) == (4, 1)
    assert (found.women, found.minority) == (2, 2)
    assert (found.in_service_under_45, found.in_service_with_degree) == (2, 2)
    assert found.age_bands == {
        "to_35": ServiceCounts(1, 0), "36_45": ServiceCounts(2, 0), "46_55": ServiceCounts(0, 0),
        "56_60": ServiceCounts(1, 0), "from_61": ServiceCounts(0, 1),
    }  # fmt: skip
    known = {code: counts for code, counts in found.education.items() if counts.members}
    assert known == {
        "10": ServiceCounts(1, 0), "20": ServiceCounts(1, 1), "unknown": ServiceCounts(2, 0),
    }  # fmt: skip


async def test_figures_of_an_empty_day_are_zero(roster: World, session: AsyncSession) -> None:
    found = await member_figures(
        session, officer(roster), subtree(roster, "root"), date(2008, 12, 30)
    )
    assert (found.total, found.women, found.in_service_under_45) == (0, 0, 0)
    assert set(found.age_bands.values()) == {ServiceCounts(0, 0)}


async def test_figures_stay_within_the_callers_subtree(
    roster: World, session: AsyncSession
) -> None:
    for who, total in (("secretary", 3), ("neighbour", 0), ("auditor", 5), ("member", 0)):
        found = await member_figures(session, acting(roster, who), subtree(roster, "root"), AS_OF)
        assert found.total == total


async def test_each_member_stands_in_one_line_of_branch_and_group(
    roster: World, session: AsyncSession
) -> None:
    lines = await counts_by_branch(session, officer(roster), subtree(roster, "root"), AS_OF)
    assert {(line.branch_id, line.group_id): line.counts for line in lines} == {
        (roster["finance_office"].id, None): ServiceCounts(3, 0),
        (roster["archive"].id, None): ServiceCounts(0, 1),
        (roster["archive"].id, roster["archive_one"].id): ServiceCounts(1, 0),
    }
