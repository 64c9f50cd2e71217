"""Roles go where their holders' organisation goes, and nobody is locked out."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlmodel import col, select

from accounts.conftest import SignIn, bearer
from factories.activities import Planning
from factories.roster import enter, row
from factories.world import World
from gongwei.access.models import AssignmentState, RoleAssignment, User
from gongwei.access.permissions import Role
from gongwei.audit.models import AuditEntry
from gongwei.core import clock
from gongwei.core.days import day_in_chinese
from gongwei.core.db import Database
from gongwei.members.models import Member
from organisations.desk import CHANGES, Desk, day

ON = day(0)
OFFICE, UNITS = "中共区财政局机关支部委员会", "中共区财政局直属单位支部委员会"


@pytest.fixture
def desk(client: AsyncClient, people: World) -> Desk:
    """The committee officer's requests; everybody has a password."""
    return Desk(client, people)


@pytest.fixture
async def plan(client: AsyncClient, database: Database, people: World) -> Planning:
    """The world's member is on the roster of the branch in which the account is a member, and a
    clerk keeps its records.
    """
    plan = Planning(client, database, people)
    await plan.stand_for("member", await plan.person("张三"))
    office = people["finance_office"].id
    await plan.stored(
        RoleAssignment(
            user_id=people.users["clerk"].id, role=Role.CLERK, organisation_id=office
        )
    )  # fmt: skip
    return plan


async def held(plan: Planning, name: str) -> list[tuple[Role, UUID, AssignmentState]]:
    """The roles of an account, oldest first."""
    query = select(RoleAssignment).where(RoleAssignment.user_id == plan.world.users[name].id)
    async with plan.database.transaction("*") as session:
        rows = (await session.exec(query.order_by(col(RoleAssignment.id)))).all()
    return [(one.role, one.organisation_id, one.state) for one in rows]


async def effects(desk: Desk, kind: str, at: str, payload: dict[str, Any]) -> list[str]:
    tried = await desk.post(CHANGES, desk.body(kind, at, payload, ON), dry_run=True)
    return [one["message"] for one in tried.json()["effects"]]


async def test_a_merged_branchs_members_go_on_in_the_other_branch(
    desk: Desk, plan: Planning, client: AsyncClient, sign_in: SignIn
) -> None:
    world = plan.world
    before = await sign_in("member")
    into = {"into_id": desk.id("finance_units")}
    assert (await effects(desk, "merge", "finance_office", into))[-2:] == [
        f"1 名党员的登录角色转到“{UNITS}”",
        f"1 个其他登录角色随之结束，如仍需要，请安全管理员在“{UNITS}”重新授予",
    ]
    await desk.carry_out("merge", "finance_office", into, ON)
    office, units = world["finance_office"].id, world["finance_units"].id
    assert await held(plan, "member") == [
        (Role.MEMBER, office, AssignmentState.ENDED), (Role.MEMBER, units, AssignmentState.ACTIVE),
    ]  # fmt: skip
    assert await held(plan, "clerk") == [
        (Role.CLERK, world["finance"].id, AssignmentState.ACTIVE),
        (Role.CLERK, office, AssignmentState.ENDED),
    ]
    assert (await client.get("/api/v1/me", headers=bearer(before))).status_code == 401
    client.cookies.set("gongwei_refresh", before.cookies["gongwei_refresh"])
    for goes_on in (await client.post("/api/v1/auth/refresh"), await sign_in("member")):
        me = (await client.get("/api/v1/me", headers=bearer(goes_on))).json()
        assert me["assignment"]["organisation_name"] == UNITS


async def test_what_a_merger_does_to_roles_is_on_record(desk: Desk, plan: Planning) -> None:
    await desk.carry_out("merge", "finance_office", {"into_id": desk.id("finance_units")}, ON)
    query = select(AuditEntry).where(AuditEntry.subject_type == "role_assignment")
    async with plan.database.transaction("*") as session:
        entries = (await session.exec(query.order_by(col(AuditEntry.id)))).all()
    assert sorted((one.action, one.subject_label, one.reason) for one in entries) == [
        ("role_assignment.create", "member（member）", f"{OFFICE} → {UNITS}"),
        ("role_assignment.end", "clerk（clerk）", f"{OFFICE} → {UNITS}"),
        ("role_assignment.end", "member（member）", f"{OFFICE} → {UNITS}"),
    ]


async def test_whoever_is_a_member_there_already_is_not_made_one_twice(
    desk: Desk, plan: Planning
) -> None:
    units = plan.world["finance_units"].id
    user_id = plan.world.users["member"].id
    await plan.stored(RoleAssignment(user_id=user_id, role=Role.MEMBER, organisation_id=units))
    await desk.carry_out("merge", "finance_office", {"into_id": desk.id("finance_units")}, ON)
    assert await held(plan, "member") == [
        (Role.MEMBER, plan.world["finance_office"].id, AssignmentState.ENDED),
        (Role.MEMBER, units, AssignmentState.ACTIVE),
    ]


async def test_members_who_go_to_a_part_are_members_there(desk: Desk, plan: Planning) -> None:
    await enter(plan.database, plan.world, row("李四", plan.world["finance_office"].id, 3))
    async with plan.database.transaction("*") as session:
        going = (
            await session.exec(
                select(Member.id)
                .join(User, col(User.person_id) == col(Member.person_id))
                .where(User.id == plan.world.users["member"].id)
            )
        ).one()
    new = {"name": "新支部", "kind": "branch", "member_ids": [str(going)]}
    assert (await effects(desk, "split", "finance_office", {"new": [new]}))[-2:] == [
        "1 名党员转入“新支部”", "1 名党员的登录角色转到“新支部”",
    ]  # fmt: skip
    made = await desk.carry_out("split", "finance_office", {"new": [new]}, ON)
    office = plan.world["finance_office"].id
    assert await held(plan, "member") == [
        (Role.MEMBER, office, AssignmentState.ENDED),
        (Role.MEMBER, UUID(made["created_organisation_id"]), AssignmentState.ACTIVE),
    ]
    assert (await held(plan, "clerk"))[-1] == (Role.CLERK, office, AssignmentState.ACTIVE)


async def test_roles_at_a_dissolved_branch_follow_the_members_who_had_left_it(
    desk: Desk, plan: Planning
) -> None:
    (member,) = (await desk.get("/api/v1/members", q="张三")).json()["items"]
    move = {"organisation_id": desk.id("police_office"), "effective_on": ON, "reason": "转出"}
    moved = await desk.post(f"/api/v1/members/{member['id']}/actions/transfer", move)
    assert moved.status_code == 200, moved.text
    finance = "中共区财政局总支部委员会"
    assert await effects(desk, "dissolve", "finance_office", {}) == [
        f"“{OFFICE}”自 {day_in_chinese(clock.today())} 起撤销，历史记录保留。",
        "1 名党员的登录角色转到“中共区公安分局机关支部委员会”",
        f"1 个其他登录角色随之结束，如仍需要，请安全管理员在“{finance}”重新授予",
    ]
    await desk.carry_out("dissolve", "finance_office", {}, ON)
    assert await held(plan, "member") == [
        (Role.MEMBER, plan.world["finance_office"].id, AssignmentState.ENDED),
        (Role.MEMBER, plan.world["police_office"].id, AssignmentState.ACTIVE),
    ]
