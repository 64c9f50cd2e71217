"""Tasks: given from above, done below, verified by another person."""

from datetime import timedelta
from typing import Any

import pytest
from httpx import AsyncClient

from factories.world import World
from gongwei.core import clock
from tasks.acts import DUE, TASKS, act, give, shown, submitted, titles


async def test_a_task_says_who_owes_what_by_when(client: AsyncClient, world: World) -> None:
    origin = {"type": "organisation", "id": str(world["police"].id)}
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


async def test_a_step_that_needs_no_words_needs_no_body(client: AsyncClient, world: World) -> None:
    task = await give(client, world)
    path, headers = f"{TASKS}/{task['id']}/actions", world.headers("officer")
    started = await client.post(f"{path}/start", headers=headers)
    assert (started.status_code, started.json()["state"]) == (200, "in_progress")
    bare = await client.post(f"{path}/cancel", headers=headers)
    assert (bare.status_code, bare.json()["code"]) == (422, "reason_required")


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
