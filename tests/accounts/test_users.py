"""Accounts as administrators see and change them."""

import pytest
from httpx import AsyncClient

from accounts.conftest import SignIn
from factories.world import World

USERS = "/api/v1/users"
NEW = "Seven lanterns 21"


def new_user(world: World, at: str = "finance") -> dict[str, str]:
    return {
        "username": "Wang.Fang",
        "display_name": "王芳",
        "organisation_id": str(world[at].id),
        "password": NEW,
    }


async def test_a_new_account_has_no_role_and_must_change_its_password(
    client: AsyncClient, sign_in: SignIn, world: World
) -> None:
    headers = world.headers("system_admin")
    answer = await client.post(USERS, json=new_user(world), headers=headers)
    assert answer.status_code == 201
    body = answer.json()
    assert answer.headers["location"] == f"{USERS}/{body['id']}"
    assert answer.headers["etag"] == '"1"'
    assert (body["username"], body["must_change_password"], body["state"], body["locked"]) == (
        "wang.fang",
        True,
        "active",
        False,
    )
    assert body["allowed_actions"] == ["disable", "reset_password"]
    assert "password" not in answer.text.replace("must_change_password", "").replace(
        "reset_password", ""
    )
    assert (await sign_in("wang.fang", NEW)).json()["assignment_id"] is None


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"username": "clerk"}, 409, "username_taken"),
        ({"username": "王芳"}, 422, "malformed"),
        ({"password": "12345678"}, 422, "malformed"),
        ({"display_name": ""}, 422, "malformed"),
        ({"organisation_id": "00000000-0000-7000-8000-000000000000"}, 404, "not_found"),
        ({"role": "system_admin"}, 422, "malformed"),
    ],
)
async def test_what_makes_no_account(
    client: AsyncClient, world: World, change: dict[str, str], status: int, code: str
) -> None:
    answer = await client.post(
        USERS, json=new_user(world) | change, headers=world.headers("system_admin")
    )
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_a_changed_account_needs_the_version_that_was_read(
    client: AsyncClient, world: World
) -> None:
    headers, path = world.headers("system_admin"), f"{USERS}/{world.users['clerk'].id}"
    tag = (await client.get(path, headers=headers)).headers["etag"]
    body = {"display_name": "李雷", "organisation_id": str(world["police"].id)}
    without = await client.patch(path, json=body, headers=headers)
    changed = await client.patch(path, json=body, headers=headers | {"If-Match": tag})
    stale = await client.patch(path, json=body, headers=headers | {"If-Match": tag})
    emptied = await client.patch(
        path, json={"display_name": None}, headers=headers | {"If-Match": changed.headers["etag"]}
    )
    codes = [answer.status_code for answer in (without, changed, stale, emptied)]
    assert codes == [428, 200, 412, 422]
    assert changed.json()["display_name"] == "李雷"
    assert changed.json()["organisation_name"] == world["police"].name


async def test_the_list_is_searched_and_narrowed_to_an_organisation(
    client: AsyncClient, world: World
) -> None:
    async def names(**query: str) -> list[str]:
        answer = await client.get(USERS, params=query, headers=world.headers("system_admin"))
        return [user["username"] for user in answer.json()["items"]]

    finance = str(world["finance"].id)
    assert await names(q="CLERK") == ["clerk"]
    assert await names(q="%") == []
    assert await names(organisation_id=finance) == ["clerk", "department_leader", "secretary"]
    assert await names(organisation_id=finance, scope="subtree") == [
        "clerk",
        "department_leader",
        "member",
        "secretary",
    ]
    assert await names(state="disabled") == []


async def test_others_see_no_accounts(client: AsyncClient, world: World) -> None:
    for name in ("officer", "auditor", "secretary", "member"):
        answer = await client.get(USERS, headers=world.headers(name))
        assert (answer.status_code, answer.json()["items"]) == (200, [])
        one = await client.get(f"{USERS}/{world.users['clerk'].id}", headers=world.headers(name))
        assert one.status_code == 404


async def test_the_security_administrator_reads_accounts_and_changes_none(
    client: AsyncClient, world: World
) -> None:
    headers = world.headers("security_admin")
    made = await client.post(USERS, json=new_user(world), headers=headers)
    disabled = await client.post(
        f"{USERS}/{world.users['clerk'].id}/actions/disable", json={"reason": "x"}, headers=headers
    )
    assert (made.status_code, disabled.status_code) == (403, 403)


async def test_nobody_disables_or_resets_the_own_account(client: AsyncClient, world: World) -> None:
    headers, own = world.headers("system_admin"), world.users["system_admin"].id
    for action in ("disable", "reset_password", "reset_otp", "unlock"):
        answer = await client.post(
            f"{USERS}/{own}/actions/{action}", json={"reason": "x"}, headers=headers
        )
        assert (answer.status_code, answer.json()["code"]) == (403, "own_account")
    assert (await client.get(f"{USERS}/{own}", headers=headers)).json()["allowed_actions"] == []


async def test_a_locked_account_is_shown_and_unlocked(
    client: AsyncClient, sign_in: SignIn, people: World
) -> None:
    headers, path = people.headers("system_admin"), f"{USERS}/{people.users['clerk'].id}"
    for _ in range(10):
        await sign_in("clerk", "wrong")
    shown = (await client.get(path, headers=headers)).json()
    assert (shown["locked"], "unlock" in shown["allowed_actions"]) == (True, True)
    unlocked = await client.post(f"{path}/actions/unlock", json={}, headers=headers)
    assert (unlocked.status_code, unlocked.json()["locked"]) == (200, False)
    assert (await sign_in("clerk")).status_code == 200


async def test_a_reset_password_replaces_the_old_and_is_never_recorded(
    client: AsyncClient, sign_in: SignIn, people: World
) -> None:
    path = f"{USERS}/{people.users['clerk'].id}"
    headers = people.headers("system_admin")
    reset = await client.post(
        f"{path}/actions/reset_password", json={"password": NEW}, headers=headers
    )
    assert (reset.status_code, reset.json()["must_change_password"]) == (200, True)
    assert (await sign_in("clerk")).status_code == 401
    assert (await sign_in("clerk", NEW)).status_code == 200
    log = await client.get("/api/v1/audit-entries", headers=people.headers("auditor"))
    entry = next(e for e in log.json()["items"] if e["action"] == "user.reset_password")
    assert entry["changes"]["password_hash"] == {"hidden": True}
    assert "argon2" not in log.text


async def test_disabling_needs_a_reason_and_shows_in_the_history(
    client: AsyncClient, world: World
) -> None:
    headers, path = world.headers("system_admin"), f"{USERS}/{world.users['clerk'].id}"
    bare = await client.post(f"{path}/actions/disable", json={}, headers=headers)
    assert (bare.status_code, bare.json()["code"]) == (422, "reason_required")
    await client.post(f"{path}/actions/disable", json={"reason": "退休"}, headers=headers)
    twice = await client.post(f"{path}/actions/disable", json={"reason": "退休"}, headers=headers)
    assert (twice.status_code, twice.json()["allowed_actions"]) == (409, ["enable"])
    await client.post(f"{path}/actions/enable", json={}, headers=headers)
    lines = (await client.get(f"{path}/history", headers=headers)).json()["items"]
    assert [(line["action"], line["from_state"], line["to_state"]) for line in lines] == [
        ("user.enable", "disabled", "active"),
        ("user.disable", "active", "disabled"),
    ]
    assert (lines[1]["reason"], lines[1]["late"]) == ("退休", False)


async def test_an_administrator_below_does_not_touch_accounts_with_roles_above(
    client: AsyncClient, world: World
) -> None:
    security = world.headers("security_admin")
    for name, role in (("department_leader", "system_admin"),):
        body = {
            "user_id": str(world.users[name].id),
            "role": role,
            "organisation_id": str(world["finance"].id),
        }
        granted = await client.post("/api/v1/role-assignments", json=body, headers=security)
        assert granted.status_code == 201
        world.assignments["below"] = world.assignments[name].model_copy(
            update={"id": granted.json()["id"]}
        )
    world.users["below"] = world.users["department_leader"]
    world.sessions["below"] = world.sessions["department_leader"]
    body = {
        "user_id": str(world.users["clerk"].id),
        "role": "committee_leader",
        "organisation_id": str(world["root"].id),
    }
    assert (
        await client.post("/api/v1/role-assignments", json=body, headers=security)
    ).status_code == 201
    headers = world.headers("below")
    for name, status in (("clerk", 403), ("secretary", 200), ("neighbour", 404)):
        answer = await client.post(
            f"{USERS}/{world.users[name].id}/actions/reset_password",
            json={"password": NEW},
            headers=headers,
        )
        assert answer.status_code == status, name
