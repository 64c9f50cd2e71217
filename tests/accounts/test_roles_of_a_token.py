"""A token acts in one role; switching and taking away work at once."""

from uuid import uuid4

from httpx import AsyncClient
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from accounts.conftest import SignIn, bearer
from factories.world import World
from gongwei.core.idempotency import IdempotencyKey

ASSIGNMENTS = "/api/v1/role-assignments"
SWITCH = "/api/v1/auth/switch"


async def grant(client: AsyncClient, world: World, name: str, role: str, at: str) -> str:
    body = {
        "user_id": str(world.users[name].id),
        "role": role,
        "organisation_id": str(world[at].id),
    }
    answer = await client.post(ASSIGNMENTS, json=body, headers=world.headers("security_admin"))
    assert answer.status_code == 201
    return str(answer.json()["id"])


async def test_switching_changes_role_organisation_and_permissions(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    second = await grant(client, people, "clerk", "committee_leader", "police")
    signed_in = await sign_in("clerk")
    assert signed_in.json()["assignment_id"] == str(people.assignments["clerk"].id)
    before = (await client.get("/api/v1/me", headers=bearer(signed_in))).json()
    switched = await client.post(SWITCH, json={"assignment_id": second}, headers=bearer(signed_in))
    assert switched.status_code == 200
    after = (await client.get("/api/v1/me", headers=bearer(switched))).json()
    assert (before["assignment"]["role"], after["assignment"]["role"]) == (
        "clerk",
        "committee_leader",
    )
    assert after["assignment"]["organisation_id"] == str(people["police"].id)
    assert ("members.write" in before["permissions"], "members.write" in after["permissions"]) == (
        True,
        False,
    )
    assert [held["role"] for held in after["assignments"]] == ["clerk", "committee_leader"]


async def test_the_role_used_last_is_the_role_of_the_next_sign_in(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    second = await grant(client, people, "clerk", "member", "finance")
    signed_in = await sign_in("clerk")
    await client.post(SWITCH, json={"assignment_id": second}, headers=bearer(signed_in))
    assert (await client.post("/api/v1/auth/refresh")).json()["assignment_id"] == second
    assert (await sign_in("clerk")).json()["assignment_id"] == second


async def test_who_has_duties_begins_with_those_and_not_as_a_member(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    duty = await grant(client, people, "member", "secretary", "finance_office")
    assert (await sign_in("member")).json()["assignment_id"] == duty


async def test_nobody_switches_to_a_role_of_others_or_an_ended_one(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    ended = await grant(client, people, "clerk", "member", "finance")
    await client.post(
        f"{ASSIGNMENTS}/{ended}/actions/end",
        json={"reason": "误授"},
        headers=people.headers("security_admin"),
    )
    headers = bearer(await sign_in("clerk"))
    for wanted in (str(people.assignments["officer"].id), ended, str(uuid4())):
        answer = await client.post(SWITCH, json={"assignment_id": wanted}, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_an_answer_that_holds_a_token_is_not_kept_for_replays(
    sign_in: SignIn, client: AsyncClient, people: World, session: AsyncSession
) -> None:
    headers = bearer(await sign_in("clerk")) | {"Idempotency-Key": "one"}
    body = {"assignment_id": str(people.assignments["clerk"].id)}
    assert (await client.post(SWITCH, json=body, headers=headers)).status_code == 200
    assert (await session.exec(select(IdempotencyKey))).all() == []


async def test_a_role_taken_away_is_gone_for_tokens_issued_before(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    headers = bearer(await sign_in("clerk"))
    assert (await client.get("/api/v1/me", headers=headers)).status_code == 200
    ended = await client.post(
        f"{ASSIGNMENTS}/{people.assignments['clerk'].id}/actions/end",
        json={"reason": "调离"},
        headers=people.headers("security_admin"),
    )
    assert ended.status_code == 200
    assert (await client.get("/api/v1/me", headers=headers)).status_code == 401
    renewed = await client.post("/api/v1/auth/refresh")
    assert renewed.json()["assignment_id"] is None


async def test_a_disabled_account_is_out_at_once(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    headers = bearer(await sign_in("clerk"))
    answer = await client.post(
        f"/api/v1/users/{people.users['clerk'].id}/actions/disable",
        json={"reason": "退休"},
        headers=people.headers("system_admin"),
    )
    assert (answer.status_code, answer.json()["state"]) == (200, "disabled")
    assert (await client.get("/api/v1/me", headers=headers)).status_code == 401
    assert (await client.post("/api/v1/auth/refresh")).status_code == 401
    assert (await sign_in("clerk")).status_code == 401
