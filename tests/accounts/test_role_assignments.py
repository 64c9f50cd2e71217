"""Granting and ending roles."""

import asyncio

import pytest
from httpx import AsyncClient

from factories.program import client_on
from factories.world import World
from gongwei.core.config import Settings
from gongwei.core.db import Database

PATH = "/api/v1/role-assignments"


def wanted(world: World, name: str, role: str, at: str) -> dict[str, str]:
    return {
        "user_id": str(world.users[name].id),
        "role": role,
        "organisation_id": str(world[at].id),
    }


async def test_a_granted_role_is_listed_with_its_holder_and_place(
    client: AsyncClient, world: World
) -> None:
    headers = world.headers("security_admin")
    answer = await client.post(
        PATH, json=wanted(world, "clerk", "member", "finance"), headers=headers
    )
    assert answer.status_code == 201
    body = answer.json()
    expected = {
        "user_id": str(world.users["clerk"].id),
        "username": "clerk",
        "display_name": "clerk（clerk）",
        "role": "member",
        "organisation_name": world["finance"].name,
        "state": "active",
        "ended_at": None,
        "allowed_actions": ["end"],
    }
    assert {name: body[name] for name in expected} == expected
    listed = await client.get(PATH, params={"user_id": expected["user_id"]}, headers=headers)
    assert [held["role"] for held in listed.json()["items"]] == ["member", "clerk"]


async def test_nobody_grants_or_ends_the_own_role(client: AsyncClient, world: World) -> None:
    headers = world.headers("security_admin")
    granted = await client.post(
        PATH, json=wanted(world, "security_admin", "committee_officer", "root"), headers=headers
    )
    ended = await client.post(
        f"{PATH}/{world.assignments['security_admin'].id}/actions/end",
        json={"reason": "x"},
        headers=headers,
    )
    for answer in (granted, ended):
        assert (answer.status_code, answer.json()["code"]) == (403, "own_role")


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("system_admin", "security_admin"),
        ("system_admin", "auditor"),
        ("auditor", "system_admin"),
    ],
)
async def test_the_three_administrators_stay_three_people(
    client: AsyncClient, world: World, name: str, role: str
) -> None:
    answer = await client.post(
        PATH, json=wanted(world, name, role, "police"), headers=world.headers("security_admin")
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "separated_roles")


@pytest.mark.parametrize(
    ("language", "held"),
    [("zh", "该账号已是审计员。"), ("en", "this account already holds the role of auditor.")],
)
async def test_the_role_that_stands_in_the_way_is_named_in_the_callers_language(
    client: AsyncClient, world: World, language: str, held: str
) -> None:
    headers = {**world.headers("security_admin"), "Accept-Language": language}
    body = wanted(world, "auditor", "system_admin", "police")
    detail = (await client.post(PATH, json=body, headers=headers)).json()["detail"]
    assert detail[-len(held) :] == held


async def test_an_administrator_may_take_over_once_the_former_role_has_ended(
    client: AsyncClient, world: World
) -> None:
    headers = world.headers("security_admin")
    held = world.assignments["auditor"].id
    await client.post(f"{PATH}/{held}/actions/end", json={"reason": "轮岗"}, headers=headers)
    answer = await client.post(
        PATH, json=wanted(world, "auditor", "system_admin", "root"), headers=headers
    )
    assert answer.status_code == 201


async def test_two_grants_at_once_do_not_join_separated_roles(
    separate: Database, settings: Settings, world_apart: World
) -> None:
    headers = world_apart.headers("security_admin")
    async with client_on(separate, settings) as client:
        answers = await asyncio.gather(
            *(
                client.post(PATH, json=wanted(world_apart, "clerk", role, "root"), headers=headers)
                for role in ("system_admin", "security_admin", "auditor")
            )
        )
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]


async def test_the_same_role_is_not_granted_twice_at_one_place(
    client: AsyncClient, world: World
) -> None:
    headers = world.headers("security_admin")
    twice = await client.post(
        PATH, json=wanted(world, "clerk", "clerk", "finance"), headers=headers
    )
    elsewhere = await client.post(
        PATH, json=wanted(world, "clerk", "clerk", "police"), headers=headers
    )
    assert (twice.status_code, twice.json()["code"]) == (409, "already_granted")
    assert elsewhere.status_code == 201


async def test_roles_are_granted_in_the_own_subtree_alone(
    client: AsyncClient, world: World
) -> None:
    made = await client.post(
        PATH,
        json=wanted(world, "department_leader", "security_admin", "finance"),
        headers=world.headers("security_admin"),
    )
    world.users["below"] = world.users["department_leader"]
    world.sessions["below"] = world.sessions["department_leader"]
    world.assignments["below"] = world.assignments["department_leader"].model_copy(
        update={"id": made.json()["id"]}
    )
    headers = world.headers("below")
    for name, at, status in (
        ("clerk", "finance_office", 201),
        ("clerk", "police", 404),
        ("clerk", "root", 404),
        ("neighbour", "finance", 404),
    ):
        answer = await client.post(PATH, json=wanted(world, name, "member", at), headers=headers)
        assert answer.status_code == status, (name, at)
    listed = (await client.get(PATH, headers=headers)).json()["items"]
    assert {held["username"] for held in listed} == {
        "department_leader",
        "secretary",
        "clerk",
        "member",
    }


async def test_ending_needs_a_reason_and_happens_once(client: AsyncClient, world: World) -> None:
    headers, path = world.headers("security_admin"), f"{PATH}/{world.assignments['clerk'].id}"
    bare = await client.post(f"{path}/actions/end", json={}, headers=headers)
    ended = await client.post(f"{path}/actions/end", json={"reason": "调离"}, headers=headers)
    again = await client.post(f"{path}/actions/end", json={"reason": "调离"}, headers=headers)
    codes = [answer.status_code for answer in (bare, ended, again)]
    assert codes == [422, 200, 409]
    assert (ended.json()["state"], ended.json()["allowed_actions"]) == ("ended", [])
    assert ended.json()["ended_at"] is not None
    lines = (await client.get(f"{path}/history", headers=headers)).json()["items"]
    assert [(line["action"], line["reason"]) for line in lines] == [("role_assignment.end", "调离")]


async def test_the_permission_table_is_the_one_that_decides(
    client: AsyncClient, world: World
) -> None:
    table = (await client.get("/api/v1/permissions", headers=world.headers("member"))).json()
    rows = {row["role"]: row["permissions"] for row in table["roles"]}
    me = (await client.get("/api/v1/me", headers=world.headers("secretary"))).json()
    assert rows["secretary"] == me["permissions"]
    assert len(rows) == 11
