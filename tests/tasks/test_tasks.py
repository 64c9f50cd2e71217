"""Tasks: given from above, done below, verified by another person."""

from datetime import date, timedelta
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from conftest import TOKEN_KEY
from factories.world import World
from gongwei.access.actor import Actor, load_actor
from gongwei.core import clock
from gongwei.core.tokens import TokenKeys, read
from gongwei.tasks import service

TASKS = "/api/v1/tasks"
DUE = date(2030, 3, 31)


async def give(
    client: AsyncClient, world: World, at: str = "finance", who: str = "officer", **more: Any
) -> dict[str, Any]:
    body = {"organisation_id": str(world[at].id), "title": "补齐会议记录", "due_on": str(DUE)}
    answer = await client.post(TASKS, json=body | more, headers=world.headers(who))
    assert answer.status_code == 201
    found: dict[str, Any] = answer.json()
    return found


async def act(
    client: AsyncClient, world: World, who: str, task: dict[str, Any], action: str, **body: Any
) -> Response:
    path = f"{TASKS}/{task['id']}/actions/{action}"
    return await client.post(path, json=body, headers=world.headers(who))


async def submitted(client: AsyncClient, world: World) -> dict[str, Any]:
    task = await give(client, world)
    await act(client, world, "clerk", task, "start")
    answer = await act(client, world, "secretary", task, "submit", evidence="已补齐")
    assert answer.status_code == 200
    return task


async def shown(client: AsyncClient, world: World, who: str, task: dict[str, Any]) -> Any:
    return (await client.get(f"{TASKS}/{task['id']}", headers=world.headers(who))).json()


async def test_a_task_says_who_owes_what_by_when(client: AsyncClient, world: World) -> None:
    origin = {"type": "duty_report", "id": str(world["police"].id)}
    task = await give(
        client,
        world,
        responsible_user_id=str(world.users["secretary"].id),
        origin=origin,
        detail="三月底前",
    )
    expected = {
        "state": "open",
        "organisation_name": world["finance"].name,
        "origin": origin,
        "due_on": "2030-03-31",
        "original_due_on": "2030-03-31",
        "late": False,
        "responsible_name": "secretary（secretary）",
        "given_by": str(world.users["officer"].id),
        "given_by_label": "officer（committee_officer）",
        "detail": "三月底前",
        "allowed_actions": ["start", "cancel", "extend"],
    }
    assert {name: task[name] for name in expected} == expected


async def test_a_task_goes_from_open_to_verified(client: AsyncClient, world: World) -> None:
    task = await submitted(client, world)
    answer = await act(client, world, "officer", task, "verify")
    body = answer.json()
    assert (answer.status_code, body["state"], body["evidence"]) == (200, "verified", "已补齐")
    assert body["done_by"] == str(world.users["secretary"].id)
    assert body["verified_by"] == str(world.users["officer"].id)
    assert body["allowed_actions"] == []
    lines = await client.get(f"{TASKS}/{task['id']}/history", headers=world.headers("clerk"))
    assert [
        (line["action"], line["from_state"], line["to_state"]) for line in lines.json()["items"]
    ] == [
        ("task.verify", "submitted", "verified"),
        ("task.submit", "in_progress", "submitted"),
        ("task.start", "open", "in_progress"),
        ("task.create", None, "open"),
    ]


async def test_whoever_submitted_does_not_verify(client: AsyncClient, world: World) -> None:
    task = await give(client, world, who="secretary")
    await act(client, world, "secretary", task, "start")
    done = await act(client, world, "secretary", task, "submit")
    assert done.json()["allowed_actions"] == ["cancel"]
    for action in ("verify", "reject"):
        own = await act(client, world, "secretary", task, action, reason="x")
        assert (own.status_code, own.json()["code"]) == (403, "own_work")
    assert (await shown(client, world, "officer", task))["allowed_actions"] == [
        "verify",
        "reject",
        "cancel",
    ]
    assert (await act(client, world, "officer", task, "verify")).status_code == 200


async def test_what_was_given_from_above_is_decided_above(
    client: AsyncClient, world: World
) -> None:
    task = await give(client, world)
    assert (await shown(client, world, "secretary", task))["allowed_actions"] == ["start"]
    later = str(DUE + timedelta(days=9))
    for action, body in (
        ("cancel", {"reason": "x"}),
        ("extend", {"reason": "x", "due_on": later}),
    ):
        answer = await act(client, world, "secretary", task, action, **body)
        assert (answer.status_code, answer.json()["code"]) == (403, "given_from_above")
    changed = await client.patch(
        f"{TASKS}/{task['id']}",
        json={"title": "不用了"},
        headers=world.headers("secretary") | {"If-Match": '"1"'},
    )
    assert (changed.status_code, changed.json()["code"]) == (403, "given_from_above")


async def test_a_clerk_prepares_and_does_not_submit(client: AsyncClient, world: World) -> None:
    task = await give(client, world)
    started = await act(client, world, "clerk", task, "start")
    assert (started.status_code, started.json()["allowed_actions"]) == (200, [])
    assert (await act(client, world, "clerk", task, "submit")).status_code == 403


async def test_a_rejected_task_is_owed_again_with_the_reason_in_its_history(
    client: AsyncClient, world: World
) -> None:
    task = await submitted(client, world)
    bare = await act(client, world, "officer", task, "reject")
    assert (bare.status_code, bare.json()["code"]) == (422, "reason_required")
    body = (await act(client, world, "officer", task, "reject", reason="缺签字")).json()
    assert (body["state"], body["done_by"], body["done_on"]) == ("in_progress", None, None)
    lines = await client.get(f"{TASKS}/{task['id']}/history", headers=world.headers("secretary"))
    assert lines.json()["items"][0]["reason"] == "缺签字"


async def test_extending_keeps_the_first_date_and_needs_a_reason_and_a_later_one(
    client: AsyncClient, world: World
) -> None:
    task = await give(client, world)
    later = str(DUE + timedelta(days=30))
    for body in ({"due_on": later}, {"reason": "x"}, {"reason": "x", "due_on": str(DUE)}):
        answer = await act(client, world, "officer", task, "extend", **body)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    extended = (
        await act(client, world, "officer", task, "extend", reason="搬迁", due_on=later)
    ).json()
    assert (extended["due_on"], extended["original_due_on"], extended["state"]) == (
        later,
        "2030-03-31",
        "open",
    )
    await act(client, world, "officer", task, "cancel", reason="取消")
    refused = await act(client, world, "officer", task, "extend", reason="x", due_on="2031-01-01")
    assert (refused.status_code, refused.json()["code"]) == (409, "invalid_state")


@pytest.mark.parametrize(
    ("action", "body"),
    [
        ("start", {"due_on": "2031-01-01"}),
        ("start", {"evidence": "x"}),
        ("extend", {"reason": "x", "due_on": "2031-01-01", "evidence_file_ids": []}),
        ("cancel", {"reason": "x", "unknown": 1}),
    ],
)
async def test_fields_of_another_action_are_refused(
    client: AsyncClient, world: World, action: str, body: dict[str, Any]
) -> None:
    task = await give(client, world)
    answer = await act(client, world, "officer", task, action, **body)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "extra_forbidden")


async def test_what_was_done_late_stays_late(client: AsyncClient, world: World) -> None:
    task = await give(client, world)
    await act(client, world, "clerk", task, "start")
    with clock.Frozen(clock.now().replace(year=2030, month=3, day=31, hour=15)):
        assert (await shown(client, world, "officer", task))["late"] is False
    with clock.Frozen(clock.now().replace(year=2030, month=3, day=31, hour=16)):
        # Midnight has passed in Shanghai.
        assert (await shown(client, world, "officer", task))["late"] is True
        overdue = await titles(client, world, "officer", overdue="true")
        world_headers = world.headers("secretary")
        done = await client.post(
            f"{TASKS}/{task['id']}/actions/submit", json={}, headers=world_headers
        )
        assert (done.json()["done_on"], done.json()["late"]) == ("2030-04-01", True)
    verified = await act(client, world, "officer", task, "verify")
    assert (verified.status_code, verified.json()["late"]) == (200, True)
    assert overdue == ["补齐会议记录"]
    assert await titles(client, world, "officer", overdue="true") == []


async def titles(client: AsyncClient, world: World, who: str, **query: str) -> list[str]:
    answer = await client.get(TASKS, params=query, headers=world.headers(who))
    assert answer.status_code == 200
    return [task["title"] for task in answer.json()["items"]]


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


async def test_the_giver_changes_words_until_the_task_is_submitted(
    client: AsyncClient, world: World
) -> None:
    task = await give(client, world, responsible_user_id=str(world.users["clerk"].id))
    path, headers = f"{TASKS}/{task['id']}", world.headers("officer")
    body = {"title": "新标题", "detail": None, "responsible_user_id": None}
    changed = await client.patch(path, json=body, headers=headers | {"If-Match": '"1"'})
    assert (changed.status_code, changed.json()["title"], changed.json()["responsible_name"]) == (
        200,
        "新标题",
        None,
    )
    emptied = await client.patch(path, json={"title": None}, headers=headers | {"If-Match": '"2"'})
    assert emptied.status_code == 422
    await act(client, world, "clerk", task, "start")
    done = await act(client, world, "secretary", task, "submit")
    late = await client.patch(
        path, json={"title": "x"}, headers=headers | {"If-Match": done.headers["etag"]}
    )
    assert (late.status_code, late.json()["code"]) == (409, "invalid_state")


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
