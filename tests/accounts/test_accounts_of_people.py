"""Accounts that stand for somebody on the roster."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlmodel import select

from factories.roster import enter, row
from factories.world import World, add_person, commit_unrecorded
from gongwei.access.models import Person
from gongwei.access.permissions import Role
from gongwei.core.db import WHOLE_TREE, Database, narrow

USERS = "/api/v1/users"


@pytest.fixture
async def people(database: Database, world: World) -> dict[str, UUID]:
    """Members by name: two of a branch of the finance department, one of the police."""
    finance, police = world["finance_office"].id, world["police_office"].id
    await enter(
        database, world, row("王芳", finance, 2), row("王方", finance, 4), row("单于", police, 6)
    )
    async with database.transaction(WHOLE_TREE) as session:
        return {one.name: one.id for one in (await session.exec(select(Person))).all()}


async def opened(client: AsyncClient, world: World, **more: Any) -> Response:
    given = {
        "display_name": "王芳", "organisation_id": str(world["finance_office"].id),
        "password": "Seven lanterns 21",
    }  # fmt: skip
    return await client.post(USERS, json=given | more, headers=world.headers("system_admin"))


async def changed(
    client: AsyncClient, world: World, who: str, user_id: Any, **patch: Any
) -> Response:
    headers, path = world.headers(who), f"{USERS}/{user_id}"
    tag = (await client.get(path, headers=headers)).headers["etag"]
    return await client.patch(path, json=patch, headers=headers | {"If-Match": tag})


async def test_an_account_stands_for_somebody_and_names_who(
    client: AsyncClient, world: World, people: dict[str, UUID]
) -> None:
    person_id = str(people["王芳"])
    made = (await opened(client, world, person_id=person_id)).json()
    assert (made["person_id"], made["person_name"]) == (person_id, "王芳")
    listed = await client.get(
        USERS, params={"q": "wangfang"}, headers=world.headers("security_admin")
    )
    assert [one["person_name"] for one in listed.json()["items"]] == ["王芳"]


async def test_a_user_name_follows_from_the_name_and_is_the_first_that_is_free(
    client: AsyncClient, world: World
) -> None:
    names = [(await opened(client, world)).json()["username"] for _ in range(2)]
    names.append((await opened(client, world, username="wangfang4")).json()["username"])
    names += [(await opened(client, world, display_name="王方")).json()["username"] for _ in "ab"]
    names.append((await opened(client, world, display_name="单 Ann·Lee")).json()["username"])
    names.append((await opened(client, world, display_name="·")).json()["username"])
    assert names == [
        "wangfang", "wangfang2", "wangfang4", "wangfang3", "wangfang5", "shanannlee", "user",
    ]  # fmt: skip


async def test_nobody_has_two_accounts(
    client: AsyncClient, world: World, people: dict[str, UUID]
) -> None:
    await opened(client, world, person_id=str(people["王芳"]))
    again = await opened(client, world, person_id=str(people["王芳"]))
    assert (again.status_code, again.json()["code"]) == (409, "person_has_account")
    assert "wangfang" in again.json()["detail"]
    clerk = await changed(
        client, world, "system_admin", world.users["clerk"].id, person_id=str(people["王芳"])
    )
    assert (clerk.status_code, clerk.json()["code"]) == (409, "person_has_account")


async def test_an_account_is_linked_moved_and_parted_and_it_is_recorded(
    client: AsyncClient, world: World, people: dict[str, UUID]
) -> None:
    clerk = world.users["clerk"].id
    for name in ("王芳", "王方", None):
        wanted = None if name is None else str(people[name])
        answer = await changed(client, world, "system_admin", clerk, person_id=wanted)
        assert (answer.json()["person_id"], answer.json()["person_name"]) == (wanted, name)
    kept = await changed(client, world, "system_admin", clerk, person_id=str(people["王方"]))
    assert kept.status_code == 200
    renamed = await changed(client, world, "system_admin", clerk, display_name="李雷")
    assert renamed.json()["person_name"] == "王方"
    log = await client.get("/api/v1/audit-entries", headers=world.headers("auditor"))
    acts = [one["changes"] for one in log.json()["items"] if one["action"] == "user.change"]
    assert ["person_id" in changes for changes in acts] == [False, True, True, True, True]


async def test_whom_the_own_account_stands_for_is_anothers_to_say(
    client: AsyncClient, world: World, people: dict[str, UUID]
) -> None:
    own = world.users["system_admin"].id
    answer = await changed(client, world, "system_admin", own, person_id=str(people["王芳"]))
    assert (answer.status_code, answer.json()["code"]) == (403, "own_person")


async def test_nobody_beyond_the_own_subtree_is_given_an_account(
    client: AsyncClient, database: Database, world: World, people: dict[str, UUID]
) -> None:
    async with database.new_session() as session:
        await narrow(session, WHOLE_TREE)
        await add_person(session, world, "finance_admin", Role.SYSTEM_ADMIN, "finance")
        await commit_unrecorded(session)
    headers = world.headers("finance_admin")
    given = {
        "display_name": "单于", "organisation_id": str(world["finance"].id),
        "password": "Seven lanterns 21",
    }  # fmt: skip
    for stranger in (people["单于"], uuid4()):
        answer = await client.post(
            USERS, json=given | {"person_id": str(stranger)}, headers=headers
        )
        assert answer.status_code == 404
    assert (await client.get(USERS, params={"q": "danyu"}, headers=headers)).json()["items"] == []
