"""Teams and activities go where their organisation goes."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlmodel import select

from factories.activities import Planning
from factories.roster import officer
from factories.world import World
from gongwei.core.db import Database
from gongwei.core.models import Row
from gongwei.volunteering.activities.models import Activity, ActivityNotice, Shift, SignUp
from gongwei.volunteering.follow import VolunteeringFollower
from gongwei.volunteering.teams.models import VolunteerTeam, VolunteerTeamMember

FOLLOWER = VolunteeringFollower()
ON = date(2030, 1, 1)


@pytest.fixture
def plan(client: AsyncClient, database: Database, world: World) -> Planning:
    return Planning(client, database, world)


async def owners(plan: Planning, *models: type[Any]) -> list[set[UUID]]:
    """Whose the rows of each table are."""
    async with plan.database.transaction("*") as session:
        return [set((await session.exec(select(model.organisation_id))).all()) for model in models]


async def occupied(plan: Planning) -> None:
    """A team with a member and an activity with a sign-up at one branch, and one that is over."""
    at = str(plan.world["finance_units"].id)
    person_id = await plan.member("李四", 1, "finance_units")
    team = await plan.made(
        "officer", "volunteer-teams", organisation_id=at, kind="team", name="分队"
    )
    path = f"volunteer-teams/{team['id']}/members"
    await plan.made("officer", path, person_id=str(person_id))
    made = await plan.published("officer", "finance_units")
    await plan.signed_up("李四", made["shifts"][0]["id"])
    await plan.changed("officer", f"activities/{made['id']}", made, place="东河")


ALL: tuple[type[Row], ...] = (
    VolunteerTeam, VolunteerTeamMember, Activity, Shift, SignUp, ActivityNotice,
)  # fmt: skip


async def test_they_go_to_the_organisation_into_which_theirs_is_merged(plan: Planning) -> None:
    await occupied(plan)
    source, target = plan.world["finance_units"], plan.world["finance_office"]
    assert await owners(plan, *ALL) == [{source.id}] * len(ALL)
    async with plan.database.transaction("*") as session:
        told = await FOLLOWER.follow_merge(session, officer(plan.world), source, target, ON)
    assert [zh for zh, _ in told] == [
        f"1 支志愿服务队转由“{target.name}”管理",
        f"1 项未结算的志愿服务活动转由“{target.name}”管理",
    ]
    assert await owners(plan, *ALL) == [{target.id}] * len(ALL)
    (entry,) = await plan.items("auditor", "audit-entries", action="activity.follow")
    assert entry["reason"] == f"{source.name} → {target.name}"


async def test_they_go_to_the_organisation_above_when_theirs_dissolves(plan: Planning) -> None:
    await occupied(plan)
    source, above = plan.world["finance_units"], plan.world["finance"]
    async with plan.database.transaction("*") as session:
        await FOLLOWER.follow_dissolution(session, officer(plan.world), source, above, ON)
    assert await owners(plan, *ALL) == [{above.id}] * len(ALL)


async def test_what_is_over_stays_where_it_took_place(plan: Planning) -> None:
    made = await plan.published("officer", "finance_units")
    await plan.moved("officer", f"activities/{made['id']}", "cancel", reason="暴雨")
    source, target = plan.world["finance_units"], plan.world["finance_office"]
    async with plan.database.transaction("*") as session:
        told = await FOLLOWER.follow_merge(session, officer(plan.world), source, target, ON)
    assert (told, await owners(plan, Activity, Shift)) == ([], [{source.id}, {source.id}])
