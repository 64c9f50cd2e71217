"""What is a task, who sees it, and whose desk it lies on."""

from typing import Any

import pytest
from httpx import AsyncClient
from sqlmodel.ext.asyncio.session import AsyncSession

from conftest import TOKEN_KEY
from factories.world import World
from gongwei.access.actor import Actor, load_actor
from gongwei.core import clock
from gongwei.core.tokens import TokenKeys, read
from gongwei.tasks import service
from tasks.acts import DUE, TASKS, act, give, submitted, titles


async def test_tasks_are_listed_by_whose_they_are(client: AsyncClient, world: World) -> None:
    secretary = str(world.users["secretary"].id)
    await give(client, world, title="财政局的", due_on="2030-01-03")
    await give(client, world, title="书记的", due_on="2030-01-02", responsible_user_id=secretary)
    await give(client, world, at="finance_office", title="支部的", due_on="2030-01-01")
    await give(client, world, at="police", title="公安的", due_on="2030-01-04")
    done = await submitted(client, world)
    assert await titles(client, world, "secretary", mine="owed") == ["书记的", "财政局的"]
    assert await titles(client, world, "clerk", mine="owed") == ["财政局的"]
    assert await titles(client, world, "neighbour") == ["公安的"]
    assert await titles(client, world, "officer", mine="given", sort="-due_on") == [
        "补齐会议记录",
        "公安的",
        "财政局的",
        "书记的",
        "支部的",
    ]
    assert await titles(client, world, "leader", mine="to_verify") == [done["title"]]
    assert await titles(client, world, "secretary", mine="to_verify") == []
    assert await titles(client, world, "clerk", mine="to_verify") == []
    finance = str(world["finance"].id)
    assert await titles(client, world, "officer", organisation_id=finance, q="的") == [
        "书记的",
        "财政局的",
    ]
    assert await titles(
        client, world, "officer", organisation_id=finance, scope="subtree", q="的"
    ) == ["支部的", "书记的", "财政局的"]
    assert await titles(client, world, "officer", state="submitted") == ["补齐会议记录"]
    own = await client.get("/api/v1/me/tasks", headers=world.headers("secretary"))
    assert [task["title"] for task in own.json()["items"]] == ["书记的", "财政局的"]


async def test_what_nobody_in_particular_owes_is_owed_by_those_who_work_there(
    client: AsyncClient, world: World
) -> None:
    await give(client, world, title="财政局的")
    clerk = str(world.users["clerk"].id)
    await give(client, world, title="干事的", responsible_user_id=clerk)
    owed = {
        who: await titles(client, world, who, mine="owed", sort="title")
        for who in ("secretary", "clerk", "department_leader")
    }
    assert owed == {
        "secretary": ["财政局的"],
        "clerk": ["干事的", "财政局的"],
        "department_leader": [],
    }
    own = await client.get("/api/v1/me/home", headers=world.headers("department_leader"))
    assert own.json()["tasks"] == []


async def test_neighbours_and_members_know_nothing_of_a_task(
    client: AsyncClient, world: World
) -> None:
    task = await give(client, world)
    for who in ("neighbour", "member", "system_admin", "auditor"):
        assert await titles(client, world, who) == []
        for path in ("", "/history"):
            answer = await client.get(f"{TASKS}/{task['id']}{path}", headers=world.headers(who))
            assert answer.status_code == 404
        assert (await act(client, world, who, task, "start")).status_code == 404


@pytest.mark.parametrize(
    ("change", "status", "pointer"),
    [
        ({"title": ""}, 422, "/title"),
        ({"due_on": "2030-02-30"}, 422, "/due_on"),
        ({"due_on": "9999-01-01"}, 422, "/due_on"),
        ({"responsible_user_id": "00000000-0000-7000-8000-000000000000"}, 422,
         "/responsible_user_id"),
        ({"organisation_id": "00000000-0000-7000-8000-000000000000"}, 404, None),
        ({"state": "verified"}, 422, "/state"),
        ({"origin": {"type": "duty_report"}}, 422, "/origin/id"),
    ],
)  # fmt: skip
async def test_what_is_no_task(
    client: AsyncClient, world: World, change: dict[str, Any], status: int, pointer: str | None
) -> None:
    body = {"organisation_id": str(world["finance"].id), "title": "x", "due_on": str(DUE)}
    answer = await client.post(TASKS, json=body | change, headers=world.headers("officer"))
    assert answer.status_code == status
    assert [fault["pointer"] for fault in answer.json()["errors"]] == ([pointer] if pointer else [])


@pytest.mark.parametrize(
    ("name", "at", "status"),
    [
        ("clerk", "finance", 201),
        ("clerk", "finance_office", 201),
        ("officer", "finance", 201),
        ("clerk", "police", 422),
        ("member", "finance_office", 422),
    ],
)
async def test_the_responsible_person_works_there(
    client: AsyncClient, world: World, name: str, at: str, status: int
) -> None:
    body = {
        "organisation_id": str(world[at].id),
        "title": "x",
        "due_on": str(DUE),
        "responsible_user_id": str(world.users[name].id),
    }
    answer = await client.post(TASKS, json=body, headers=world.headers("officer"))
    assert answer.status_code == status


async def test_those_who_can_be_responsible_are_found_by_name_the_nearest_first(
    client: AsyncClient, world: World
) -> None:
    async def found(who: str, at: str, **more: str) -> list[tuple[str, str]]:
        query = {"organisation_id": str(world[at].id)} | more
        path = f"{TASKS}/assignees"
        answer = await client.get(path, params=query, headers=world.headers(who))
        assert answer.status_code == 200
        return [(one["role"], one["organisation_name"]) for one in answer.json()["items"]]

    root, finance = world["root"].name, world["finance"].name
    near = await found("officer", "finance_office")
    assert [one for one in near if one[1] != root] == [
        ("clerk", finance), ("secretary", finance),
    ]  # fmt: skip
    assert near[-1] == ("committee_officer", root)
    assert await found("secretary", "finance") == [("clerk", finance), ("secretary", finance)]
    assert await found("officer", "finance", q="CLERK") == [("clerk", finance)]
    nobody = f"{TASKS}/assignees?organisation_id={world['police'].id}"
    assert (await client.get(nobody, headers=world.headers("secretary"))).status_code == 404


async def test_evidence_is_files_that_the_worker_may_read(
    client: AsyncClient, world: World
) -> None:
    task = await give(client, world)
    ids = {}
    for who in ("clerk", "neighbour"):
        made = await client.post(
            "/api/v1/files", files={"file": ("a.txt", b"words")}, headers=world.headers(who)
        )
        ids[who] = made.json()["id"]
    path = f"{TASKS}/{task['id']}"
    headers = world.headers("clerk") | {"If-Match": '"1"'}
    foreign = await client.patch(
        path, json={"evidence_file_ids": [ids["clerk"], ids["neighbour"]]}, headers=headers
    )
    assert (foreign.status_code, foreign.json()["errors"][0]["code"]) == (422, "unknown_file")
    own = await client.patch(
        path, json={"evidence_file_ids": [ids["clerk"], ids["clerk"]]}, headers=headers
    )
    assert (own.status_code, own.json()["evidence_file_ids"]) == (200, [ids["clerk"]])
    assert own.headers["etag"] == '"2"'


async def test_the_desk_shows_what_is_owed_and_what_waits(
    client: AsyncClient, world: World, session: AsyncSession
) -> None:
    await give(client, world, title="明天", due_on="2030-01-02")
    await give(client, world, title="今天", due_on="2030-01-01")
    await submitted(client, world)

    async def actor(name: str) -> Actor:
        token = world.headers(name)["Authorization"].split()[1]
        claims = read(TokenKeys.of(TOKEN_KEY), token, int(clock.now().timestamp()))
        found = await load_actor(session, claims, "", require_otp=False)
        assert found is not None
        return found

    secretary = await actor("secretary")
    assert [line.title for line in await service.owed_by(session, secretary, 5)] == ["今天", "明天"]
    assert [line.title for line in await service.owed_by(session, secretary, 1)] == ["今天"]
    assert await service.waiting_for(session, secretary, 5) == []
    waiting = await service.waiting_for(session, await actor("officer"), 5)
    assert [(line.title, line.organisation_name) for line in waiting] == [
        ("补齐会议记录", world["finance"].name)
    ]
    assert await service.waiting_for(session, await actor("member"), 5) == []
