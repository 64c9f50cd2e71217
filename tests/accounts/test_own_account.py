"""/me and the own password."""

from httpx import AsyncClient

from accounts.conftest import PASSWORD, SignIn, bearer, give_password
from factories.program import client_on
from factories.world import World, commit_unrecorded
from gongwei.access.models import User
from gongwei.core.config import Settings
from gongwei.core.db import Database

NEW = "Seven lanterns 21"


async def test_me_tells_identity_roles_and_permissions(client: AsyncClient, world: World) -> None:
    me = (await client.get("/api/v1/me", headers=world.headers("member"))).json()
    assignment = {
        "id": str(world.assignments["member"].id),
        "role": "member",
        "organisation_id": str(world["finance_office"].id),
        "organisation_name": world["finance_office"].name,
    }
    assert me == {
        "id": str(world.users["member"].id),
        "username": "member",
        "display_name": "member（member）",
        "person_id": None,
        "locale": "zh-CN",
        "assignments": [assignment],
        "assignment": assignment,
        "permissions": [
            "duty_ballots.cast",
            "home.read",
            "objections.file",
            "talks.acknowledge",
            "volunteering.serve",
        ],
        "otp_enabled": False,
        "otp_setup_required": False,
        "must_change_password": False,
        "demo": False,
    }


async def test_a_new_password_ends_the_other_sessions_alone(
    sign_in: SignIn, client: AsyncClient, people: World
) -> None:
    other = bearer(await sign_in("clerk"))
    mine = bearer(await sign_in("clerk"))
    body = {"current_password": PASSWORD, "new_password": NEW}
    changed = await client.post("/api/v1/me/password", json=body, headers=mine)
    assert changed.status_code == 204
    assert (await client.get("/api/v1/me", headers=mine)).status_code == 200
    assert (await client.get("/api/v1/me", headers=other)).status_code == 401
    assert (await sign_in("clerk", PASSWORD)).status_code == 401
    assert (await sign_in("clerk", NEW)).status_code == 200


async def test_the_same_password_is_no_new_one(
    database: Database, client: AsyncClient, people: World
) -> None:
    async with database.transaction("*") as session:
        user = await session.get_one(User, people.users["clerk"].id)
        user.must_change_password = True
        await commit_unrecorded(session)
    body = {"current_password": PASSWORD, "new_password": PASSWORD}
    headers = people.headers("clerk")
    refused = await client.post("/api/v1/me/password", json=body, headers=headers)
    assert refused.status_code == 422
    assert refused.json()["errors"] == [
        {
            "pointer": "/new_password", "code": "unchanged",
            "message": "新密码不能与当前密码相同",
        }
    ]  # fmt: skip
    me = await client.get("/api/v1/me", headers=headers)
    assert me.json()["must_change_password"] is True


async def test_a_weak_password_is_refused_with_each_reason(
    client: AsyncClient, people: World
) -> None:
    body = {"current_password": PASSWORD, "new_password": "clerk1"}
    answer = await client.post("/api/v1/me/password", json=body, headers=people.headers("clerk"))
    assert answer.status_code == 422
    assert [(fault["pointer"], fault["code"]) for fault in answer.json()["errors"]] == [
        ("/new_password", "too_short"),
        ("/new_password", "too_common"),
        ("/new_password", "contains_username"),
    ]


async def test_guesses_at_the_current_password_count_as_at_sign_in(
    separate: Database, settings: Settings, world_apart: World, password_hash: str
) -> None:
    await give_password(separate, world_apart, password_hash)
    body = {"current_password": "wrong", "new_password": NEW}
    headers = world_apart.headers("clerk")
    async with client_on(separate, settings) as client:
        codes = [
            (await client.post("/api/v1/me/password", json=body, headers=headers)).status_code
            for _ in range(11)
        ]
        form = {"username": "clerk", "password": PASSWORD}
        locked = await client.post("/api/v1/auth/token", data=form)
    assert codes == [422] * 10 + [429]
    assert locked.status_code == 429
