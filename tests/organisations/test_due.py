"""Approved changes take effect on their date; what then stands in the way is kept and told."""

from datetime import datetime, timedelta

import pytest

from gongwei.core import clock
from gongwei.core.clock import Frozen
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.organisations.due import apply_due_changes
from organisations.desk import CHANGES, ORGANISATIONS, Desk, day


@pytest.fixture
def now() -> datetime:
    """The moment from which the days are counted."""
    return clock.now()


def in_days(now: datetime, days: int) -> Frozen:
    return Frozen(now + timedelta(days=days))


async def test_a_change_takes_effect_on_its_date_and_not_before(
    desk: Desk, database: Database, settings: Settings, now: datetime
) -> None:
    change = await desk.carry_out("rename", "archive", {"name": "新名"}, day(10))
    with in_days(now, 9):
        assert await apply_due_changes(database, settings) is False
    assert (await desk.get(f"{CHANGES}/{change['id']}")).json()["state"] == "approved"
    with in_days(now, 10):
        assert await apply_due_changes(database, settings) is False
    applied = (await desk.get(f"{CHANGES}/{change['id']}")).json()
    assert (applied["state"], applied["obstacle"]) == ("applied", None)
    assert "新名" in [name for _, name in await desk.tree()]
    history = (await desk.get(f"{CHANGES}/{change['id']}/history")).json()["items"]
    assert [(line["action"], line["actor_label"]) for line in history[:1]] == [
        ("organisation_change.apply", "系统 System")
    ]


async def test_an_obstacle_is_kept_and_does_not_stop_the_others(
    desk: Desk, database: Database, settings: Settings, now: datetime
) -> None:
    blocked = await desk.carry_out("dissolve", "archive_one", {}, day(5))
    other = await desk.carry_out("rename", "finance_units", {"name": "新名"}, day(6))
    await desk.carry_out("dissolve", "archive_one", {}, day(0))
    with in_days(now, 7):
        await apply_due_changes(database, settings)
        await apply_due_changes(database, settings)
    found = (await desk.get(f"{CHANGES}/{blocked['id']}")).json()
    assert (found["state"], found["obstacle"]["code"]) == ("approved", "organisation_dissolved")
    assert found["obstacle"]["title"] == "党组织已撤销"
    assert (await desk.get(f"{CHANGES}/{other['id']}")).json()["state"] == "applied"
    history = (await desk.get(f"{CHANGES}/{blocked['id']}/history")).json()["items"]
    assert [line["action"] for line in history].count("organisation_change.obstructed") == 1
    returned = (await desk.act(blocked, "return", "已撤销")).json()
    assert (returned["state"], returned["obstacle"]) == ("returned", None)


async def test_an_obstructed_change_is_applied_by_hand_once_the_way_is_free(
    desk: Desk, database: Database, settings: Settings, now: datetime
) -> None:
    branch = {"kind": "branch", "name": "新支部", "parent_id": desk.id("police")}
    change = await desk.carry_out("create", "police", branch, day(3))
    made = await desk.post(
        ORGANISATIONS, {"kind": "branch", "name": "新支部", "parent_id": desk.id("police")}
    )
    with in_days(now, 4):
        await apply_due_changes(database, settings)
        stuck = (await desk.get(f"{CHANGES}/{change['id']}")).json()
        assert (stuck["obstacle"]["code"], stuck["allowed_actions"]) == (
            "name_taken", ["apply", "return"],
        )  # fmt: skip
        desk.world.organisations["made"] = desk.world["police"].model_copy(
            update={"id": made.json()["id"]}
        )
        await desk.carry_out("dissolve", "made", {}, day(0))
        still = await desk.act(change, "apply")
        assert (still.status_code, still.json()["code"]) == (409, "name_taken")
        await desk.act(change, "return", "改期")
        again = (await desk.get(f"{CHANGES}/{change['id']}")).json()
        path = f"{CHANGES}/{change['id']}"
        await desk.patch(path, {"effective_on": day(0)}, again["version"])
        await desk.act(change, "submit")
        assert (await desk.act(change, "approve")).json()["state"] == "applied"
