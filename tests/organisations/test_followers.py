"""What belongs to organisations takes part in their changes, in the same transaction and the same
trial."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from factories.world import commit_unrecorded
from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, RoleAssignment
from gongwei.organisations.changes import followers
from gongwei.organisations.changes.followers import Part, Words, register_follower
from organisations.desk import CHANGES, Desk


@dataclass
class Roll:
    """Who belongs where, and what was asked of it."""

    occupied: set[UUID] = field(default_factory=set)
    merged: list[tuple[str, str, date]] = field(default_factory=list)
    split: list[tuple[str, str, int]] = field(default_factory=list)
    dissolved: list[tuple[str, str]] = field(default_factory=list)

    async def has_members(self, session: AsyncSession, organisation_id: UUID, on: date) -> bool:
        return organisation_id in self.occupied

    async def follow_merge(
        self, session: AsyncSession, actor: Actor, source: Organisation, target: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        self.merged.append((source.name, target.name, on))
        return [("3 名党员随之转入", "3 members go along")]

    async def follow_split(
        self, session: AsyncSession, actor: Actor, source: Organisation, parts: Sequence[Part],
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        self.split += [
            (source.name, part.organisation.name, len(part.member_ids)) for part in parts
        ]
        return []

    async def follow_dissolution(
        self, session: AsyncSession, actor: Actor, source: Organisation, above: Organisation,
        on: date,
    ) -> Sequence[Words]:  # fmt: skip
        self.dissolved.append((source.name, above.name))
        return [("2 支队伍随之转入", "2 teams go along")]


@pytest.fixture
def roll(monkeypatch: pytest.MonkeyPatch) -> Roll:
    """The only follower while a test runs."""
    monkeypatch.setattr(followers, "_followers", [])
    found = Roll()
    register_follower(found)
    register_follower(found)
    return found


async def test_an_organisation_with_members_is_not_dissolved(desk: Desk, roll: Roll) -> None:
    roll.occupied.add(desk.world["finance_units"].id)
    code, words = await desk.refusal("dissolve", "finance_units", {})
    assert (code, words) == (
        "has_members",
        "“中共区财政局直属单位支部委员会”在 2020年5月1日 之后还有党员，请先转出党员，或改为合并。",
    )


async def test_a_group_with_members_stays_in_its_branch(desk: Desk, roll: Roll) -> None:
    roll.occupied.add(desk.world["archive_one"].id)
    elsewhere = {"parent_id": desk.id("finance_office")}
    assert (await desk.refusal("move", "archive_one", elsewhere))[0] == "group_elsewhere"


async def test_members_follow_a_merger_and_the_preview_says_so(desk: Desk, roll: Roll) -> None:
    into = {"into_id": desk.id("finance_office")}
    shown = await desk.post(CHANGES, desk.body("merge", "finance_units", into), dry_run=True)
    assert shown.json()["effects"][-1] == {"code": "members_follow", "message": "3 名党员随之转入"}
    roll.merged.clear()
    change = await desk.draft("merge", "finance_units", into)
    await desk.act(change, "submit")
    roll.merged.clear()
    await desk.act(change, "approve")
    assert roll.merged == [
        ("中共区财政局直属单位支部委员会", "中共区财政局机关支部委员会", date(2020, 5, 1))
    ]


async def test_named_members_are_handed_over_at_a_split(desk: Desk, roll: Roll) -> None:
    new = {"name": "新支部", "kind": "branch", "member_ids": [str(uuid4()), str(uuid4())]}
    change = await desk.draft("split", "finance_units", {"new": [new]})
    await desk.act(change, "submit")
    roll.split.clear()
    await desk.act(change, "approve")
    assert roll.split == [("中共区财政局直属单位支部委员会", "新支部", 2)]


async def test_what_is_left_of_a_dissolved_organisation_goes_to_the_one_above(
    desk: Desk, roll: Roll
) -> None:
    shown = await desk.post(CHANGES, desk.body("dissolve", "finance_units", {}), dry_run=True)
    assert shown.json()["effects"][-1] == {"code": "records_follow", "message": "2 支队伍随之转入"}
    assert roll.dissolved == [("中共区财政局直属单位支部委员会", "中共区财政局总支部委员会")]


async def test_whoever_does_not_see_the_one_above_may_propose_it_all_the_same(
    desk: Desk, roll: Roll, session: AsyncSession
) -> None:
    held = await session.get_one(RoleAssignment, desk.world.assignments["neighbour"].id)
    held.organisation_id = desk.world["police_office"].id
    await commit_unrecorded(session)
    own = desk.by("neighbour")
    shown = await own.post(CHANGES, own.body("dissolve", "police_office", {}), dry_run=True)
    assert [effect["code"] for effect in shown.json()["effects"]] == ["dissolved"]
    assert roll.dissolved == []
