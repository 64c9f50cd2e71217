"""Who on the rosters lacks an account, a first sign-in, or a role."""

from typing import Any

import pytest
from httpx import AsyncClient
from sqlmodel import select

from factories.lives import enter_secretary
from factories.roster import enter, row
from factories.world import World
from gongwei.access.models import Person
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, Database

ENROLMENTS = "/api/v1/enrolments"


@pytest.fixture
async def office(database: Database, world: World) -> World:
    """Two members of the finance office's branch, one of the police's, and a secretary who belongs
    to no branch here.
    """
    finance, police = world["finance_office"].id, world["police_office"].id
    await enter(
        database, world, row("王芳", finance, 2), row("李雷", finance, 1), row("赵云", police, 3)
    )
    await enter_secretary(database, world, "周瑜", "finance")
    return world


async def listed(client: AsyncClient, world: World, who: str, **query: Any) -> list[Any]:
    answer = await client.get(ENROLMENTS, params=query, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def names(client: AsyncClient, world: World, who: str, **query: Any) -> list[str]:
    return [one["name"] for one in await listed(client, world, who, **query)]


async def give_account(client: AsyncClient, database: Database, world: World, name: str) -> str:
    async with database.transaction(WHOLE_TREE) as session:
        person = (await session.exec(select(Person).where(Person.name == name))).one()
    given = {
        "display_name": name, "organisation_id": str(person.organisation_id),
        "person_id": str(person.id), "password": "Seven lanterns 21",
    }  # fmt: skip
    headers = world.headers("system_admin")
    made = await client.post("/api/v1/users", json=given, headers=headers)
    return str(made.json()["id"])


async def grant(client: AsyncClient, world: World, user_id: str, due: Any) -> int:
    body = {"user_id": user_id, "role": due["role"], "organisation_id": due["organisation_id"]}
    headers = world.headers("security_admin")
    return (await client.post("/api/v1/role-assignments", json=body, headers=headers)).status_code


async def test_members_and_secretaries_are_listed_by_pinyin_with_where_they_belong(
    client: AsyncClient, office: World
) -> None:
    found = await listed(client, office, "system_admin")
    assert [(one["name"], one["organisation_name"], one["is_secretary"]) for one in found] == [
        ("李雷", office["finance_office"].name, False),
        ("王芳", office["finance_office"].name, False),
        ("赵云", office["police_office"].name, False),
        ("周瑜", office["finance"].name, True),
    ]
    assert {(one["user_id"], one["username"], len(one["roles_due"])) for one in found} == {
        (None, None, 0)
    }


async def test_they_are_found_by_name_place_and_office(client: AsyncClient, office: World) -> None:
    finance = str(office["finance"].id)
    assert await names(client, office, "system_admin", q="WF") == ["王芳"]
    assert await names(client, office, "system_admin", organisation_id=finance) == ["周瑜"]
    below = {"organisation_id": finance, "scope": "subtree"}
    assert await names(client, office, "system_admin", **below) == ["李雷", "王芳", "周瑜"]
    assert await names(client, office, "system_admin", secretaries=True) == ["周瑜"]


async def test_who_is_neither_member_nor_in_office_any_more_is_left_out(
    client: AsyncClient, database: Database, office: World
) -> None:
    await enter_secretary(database, office, "吕布", "police", to_on=clock.today())
    assert "吕布" not in await names(client, office, "system_admin")


async def test_an_account_then_roles_take_somebody_off_the_lists(
    client: AsyncClient, database: Database, office: World
) -> None:
    async def lacking(what: str) -> list[str]:
        return await names(client, office, "security_admin", lacking=what)

    assert await lacking("account") == ["李雷", "王芳", "赵云", "周瑜"]
    assert (await lacking("sign_in"), await lacking("roles")) == ([], [])
    ids = {name: await give_account(client, database, office, name) for name in ("王芳", "周瑜")}
    assert await lacking("account") == ["李雷", "赵云"]
    assert await lacking("sign_in") == ["王芳", "周瑜"]
    due = await listed(client, office, "security_admin", lacking="roles")
    assert [
        (one["name"], [(role["role"], role["organisation_name"]) for role in one["roles_due"]])
        for one in due
    ] == [
        ("王芳", [("member", office["finance_office"].name)]),
        ("周瑜", [("secretary", office["finance"].name)]),
    ]
    for one in due:
        assert await grant(client, office, ids[one["name"]], one["roles_due"][0]) == 201
    assert await lacking("roles") == []
    assert await lacking("sign_in") == ["王芳", "周瑜"]


async def test_a_member_who_becomes_secretary_is_due_that_role_too(
    client: AsyncClient, database: Database, office: World
) -> None:
    user_id = await give_account(client, database, office, "王芳")
    (first,) = await listed(client, office, "security_admin", lacking="roles")
    await grant(client, office, user_id, first["roles_due"][0])
    async with database.transaction(WHOLE_TREE) as session:
        person = (await session.exec(select(Person).where(Person.name == "王芳"))).one()
    await enter_secretary(database, office, "王芳", "finance_office", person_id=person.id)
    (again,) = await listed(client, office, "security_admin", lacking="roles")
    assert again["is_secretary"] is True
    assert [one["role"] for one in again["roles_due"]] == ["secretary"]


async def test_a_disabled_account_is_due_nothing(
    client: AsyncClient, database: Database, office: World
) -> None:
    user_id = await give_account(client, database, office, "王芳")
    path = f"/api/v1/users/{user_id}/actions/disable"
    await client.post(path, json={"reason": "离职"}, headers=office.headers("system_admin"))
    for what in ("account", "sign_in", "roles"):
        found = await names(client, office, "system_admin", lacking=what)
        assert "王芳" not in found, what


async def test_others_see_nobody(client: AsyncClient, office: World) -> None:
    for who in ("officer", "auditor", "secretary", "member"):
        assert await listed(client, office, who) == []
