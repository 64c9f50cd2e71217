"""Figures of a subtree by kind and level, on any day."""

from datetime import date

from gongwei.access.actor import system_actor
from gongwei.access.dated import subtree_as_of
from gongwei.access.models import OrganisationKind as Kind
from gongwei.core.db import Database
from gongwei.organisations.counts import organisation_counts
from organisations.desk import Desk


async def test_organisations_are_counted_by_kind_and_level(desk: Desk, database: Database) -> None:
    await desk.carry_out("move", "finance_units", {"parent_id": desk.id("root")}, "2020-05-01")
    await desk.carry_out("dissolve", "archive_one", {}, "2020-06-01")
    root = desk.world["root"]
    async with database.transaction("*") as session:
        actor = system_actor(root)
        now = await organisation_counts(session, actor, root)
        then = await organisation_counts(session, actor, root, date(2020, 4, 30))
        never = await organisation_counts(session, actor, root, date(1990, 1, 1))
    assert (now.total, now.by_kind) == (6, {Kind.GENERAL_BRANCH: 2, Kind.BRANCH: 4})
    assert (now.second_level.total, now.second_level.by_kind) == (
        4, {Kind.GENERAL_BRANCH: 2, Kind.BRANCH: 2},
    )  # fmt: skip
    assert (now.third_level.total, now.third_level.by_kind) == (2, {Kind.BRANCH: 2})
    assert (then.total, then.second_level.total, then.third_level.by_kind) == (
        7, 3, {Kind.BRANCH: 3, Kind.GROUP: 1},
    )  # fmt: skip
    assert (never.total, never.by_kind, never.third_level.total) == (0, {}, 0)


async def test_a_subtree_of_a_day_can_be_selected(desk: Desk, database: Database) -> None:
    await desk.carry_out("move", "finance_units", {"parent_id": desk.id("police")}, "2020-05-01")
    world = desk.world
    async with database.transaction("*") as session:
        finance = world["finance"]
        now = set((await session.scalars(subtree_as_of(finance))).all())
        then = set((await session.scalars(subtree_as_of(finance, date(2020, 4, 30)))).all())
    assert now == {world["finance"].id, world["finance_office"].id}
    assert then == now | {world["finance_units"].id}
