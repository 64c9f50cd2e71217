"""Members go where their organisation goes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.roster import AS_OF, enter, officer, row
from factories.world import World
from gongwei.access.models import Organisation, Person
from gongwei.core.db import Database
from gongwei.core.errors import Problem
from gongwei.members.follow import RosterFollower
from gongwei.members.models import Member, Membership

ON = date(2012, 5, 1)
ROSTER = RosterFollower()


@dataclass(frozen=True)
class Part:
    organisation: Organisation
    member_ids: tuple[UUID, ...] = ()
    child_ids: tuple[UUID, ...] = ()


@pytest.fixture
async def members(database: Database, world: World, session: AsyncSession) -> dict[str, UUID]:
    """Two in the archive's branch, one of them in its group."""
    group = world["archive_one"].id
    await enter(
        database, world,
        row("张三", world["archive"].id, 1), row("李四", world["archive"].id, 3, group_id=group),
    )  # fmt: skip
    query = select(Person.name, Member.id).join(Member, col(Member.person_id) == Person.id)
    return dict((await session.exec(query)).all())


async def periods(
    session: AsyncSession, member_id: UUID
) -> list[tuple[UUID, UUID | None, date, date | None]]:
    query = select(Membership).where(Membership.member_id == member_id)
    rows = (await session.exec(query.order_by(col(Membership.valid_from)))).all()
    return [(one.organisation_id, one.group_id, one.valid_from, one.valid_to) for one in rows]


async def test_a_merged_branch_takes_its_members_and_their_groups_along(
    database: Database, world: World, members: dict[str, UUID], session: AsyncSession
) -> None:
    archive, office, group = (world[n] for n in ("archive", "finance_office", "archive_one"))
    async with database.transaction("*") as writing:
        told = await ROSTER.follow_merge(writing, officer(world), archive, office, ON)
    assert [words[0] for words in told] == ["2 名党员转入“中共区财政局机关支部委员会”"]
    assert await periods(session, members["李四"]) == [
        (archive.id, group.id, AS_OF, ON),
        (office.id, group.id, ON, None),
    ]
    for member_id in members.values():
        member = await session.get(Member, member_id)
        assert member is not None
        person = await session.get(Person, member.person_id)
        assert person is not None
        assert (member.organisation_id, person.organisation_id) == (office.id, office.id)


async def test_a_split_takes_the_named_members_and_the_named_groups(
    database: Database, world: World, members: dict[str, UUID], session: AsyncSession
) -> None:
    archive, office, units = (world[n] for n in ("archive", "finance_office", "finance_units"))
    group = world["archive_one"]
    parts = (
        Part(office, member_ids=(members["张三"],)),
        Part(units, child_ids=(group.id,)),
    )
    async with database.transaction("*") as writing:
        told = await ROSTER.follow_split(writing, officer(world), archive, parts, ON)
    assert len(told) == 2
    assert (await periods(session, members["张三"]))[-1] == (office.id, None, ON, None)
    assert (await periods(session, members["李四"]))[-1] == (units.id, group.id, ON, None)


async def test_a_split_names_only_members_of_the_source_and_each_once(
    database: Database, world: World, members: dict[str, UUID]
) -> None:
    office, units = world["finance_office"], world["finance_units"]
    one = (members["张三"],)
    for source, parts in (
        (world["police_office"], (Part(office, member_ids=one),)),
        (world["archive"], (Part(office, member_ids=one), Part(units, member_ids=one))),
    ):
        with pytest.raises(Problem) as refused:
            async with database.transaction("*") as writing:
                await ROSTER.follow_split(writing, officer(world), source, parts, ON)
        assert refused.value.code == "member_not_of_source"


async def test_somebody_belongs_to_a_branch_or_group_until_the_membership_ends(
    database: Database, world: World, members: dict[str, UUID], session: AsyncSession
) -> None:
    for name, expected in (("archive", True), ("archive_one", True), ("police_office", False)):
        assert await ROSTER.has_members(session, world[name].id, ON) is expected
    async with database.transaction("*") as writing:
        await ROSTER.follow_merge(
            writing, officer(world), world["archive"], world["finance_office"], ON
        )
    assert await ROSTER.has_members(session, world["archive"].id, ON) is False
    assert await ROSTER.has_members(session, world["archive"].id, date(2012, 4, 30)) is True
