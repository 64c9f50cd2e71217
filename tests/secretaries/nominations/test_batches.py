"""Nominees who stand for one election: moved along together, all of them or none."""

from typing import Any

import pytest

from gongwei.secretaries.nominations.workflow import NominationAction
from secretaries.secretariat import Body, Secretariat, days, faults, refusal


async def opened(desk: Secretariat, at: str = "finance", who: str = "secretary") -> Body:
    return await desk.made(
        who, "nomination-batches", organisation_id=str(desk.world[at].id), title="换届人选",
        election_on=str(days(40)),
    )  # fmt: skip


async def filled(desk: Secretariat, *, full: bool = True) -> Body:
    """A batch with two nominations; the second nominee may not be a full member."""
    batch = await opened(desk)
    await desk.nominate(await desk.person("茅辉"), batch_id=batch["id"])
    second = await desk.person("姚宁", 3, full=full)
    await desk.nominate(second, post="deputy_secretary", batch_id=batch["id"])
    return batch


async def test_a_batch_counts_its_nominations(desk: Secretariat) -> None:
    batch = await opened(desk)
    wanted = {
        "state": "open", "title": "换届人选", "election_on": str(days(40)), "counts": {},
        "nominations": 0, "allowed_actions": [], "version": 1,
        "organisation_name": "中共区财政局总支部委员会",
    }  # fmt: skip
    assert {name: batch[name] for name in wanted} == wanted
    first = await desk.nominate(await desk.person("茅辉"), batch_id=batch["id"])
    await desk.nominate(await desk.person("姚宁", 3), batch_id=batch["id"])
    await desk.moved("secretary", first, "submit")
    shown = await desk.read("secretary", f"nomination-batches/{batch['id']}")
    assert (shown["counts"], shown["nominations"]) == ({"draft": 1, "submitted": 1}, 2)
    assert shown["allowed_actions"] == ["submit", "withdraw"]
    assert (await desk.read("secretary", "nomination-batches"))["items"] == [shown]
    by_officer = await desk.read("officer", f"nomination-batches/{batch['id']}")
    assert by_officer["allowed_actions"] == ["start_inspection", "return"]
    assert await desk.names("officer", "nominations", batch_id=batch["id"], sort="name") == [
        "茅辉", "姚宁",
    ]  # fmt: skip


async def test_a_batch_goes_the_whole_way_together(desk: Secretariat) -> None:
    batch = await filled(desk)
    path = f"nomination-batches/{batch['id']}"
    for who, action, body, state in (
        ("secretary", "submit", {}, "submitted"),
        ("officer", "start_inspection", {}, "under_inspection"),
        ("officer", "conclude", {}, "inspected"),
        ("department_leader", "endorse", {"on": str(days(0))}, "endorsed"),
        ("leader", "approve", {"approval_number": "7号"}, "approved"),
        ("officer", "appoint", {"on": str(days(1))}, "appointed"),
    ):
        if action == "conclude":
            for one in (await desk.read("officer", "nominations"))["items"]:
                await desk.inspection(one)
        answer = await desk.act(who, path, action, **body)
        assert answer.status_code == 200, answer.text
        moved = answer.json()
        assert (moved["moved"], moved["batch"]["counts"]) == (2, {state: 2})
    assert moved["batch"]["allowed_actions"] == []
    numbers = [one["approval_number"] for one in (await desk.read("clerk", "nominations"))["items"]]
    assert numbers == ["7号", "7号"]
    on = {"as_of": str(days(1))}
    assert await desk.names("officer", "secretaries", **on) == ["茅辉", "姚宁"]
    assert len((await desk.read("officer", "tasks", origin_type="talk"))["items"]) == 2


async def test_a_batch_offers_only_what_all_can_do(desk: Secretariat) -> None:
    batch = await filled(desk)
    path = f"nomination-batches/{batch['id']}"
    await desk.act("secretary", path, "submit")
    await desk.act("officer", path, "start_inspection")
    first, second = (await desk.read("officer", "nominations"))["items"]
    for inspected, actions in ((first, ["return"]), (second, ["conclude", "return"])):
        await desk.inspection(inspected)
        assert (await desk.read("officer", path))["allowed_actions"] == actions


async def test_what_refuses_one_refuses_all(desk: Secretariat) -> None:
    batch = await filled(desk, full=False)
    path = f"nomination-batches/{batch['id']}"
    answer = await desk.act("secretary", path, "submit")
    assert refusal(answer) == (409, "nominee_not_full_member")
    assert "“姚宁”" in answer.json()["detail"]
    assert (await desk.read("secretary", path))["counts"] == {"draft": 2}


@pytest.mark.parametrize("action", list(NominationAction))
async def test_a_batch_without_anything_to_move_says_so(
    desk: Secretariat, action: NominationAction
) -> None:
    batch = await opened(desk)
    who = {
        "submit": "secretary", "withdraw": "secretary", "endorse": "department_leader",
        "approve": "leader", "reject": "leader",
    }.get(action, "officer")  # fmt: skip
    body = {"on": str(days(0))} if action is NominationAction.APPOINT else {}
    answer = await desk.act(who, f"nomination-batches/{batch['id']}", action, **body)
    assert refusal(answer) == (409, "none_can_move")


async def test_a_batch_is_changed_on_the_version_that_was_seen(desk: Secretariat) -> None:
    batch = await opened(desk)
    path = f"nomination-batches/{batch['id']}"

    async def change(version: int, **patch: Any) -> Any:
        headers = {"If-Match": f'"{version}"'}
        return await desk.send("clerk", "PATCH", path, json=patch, headers=headers)

    done = await change(1, title="补选人选", election_on=None)
    assert (done.status_code, done.json()["title"], done.json()["election_on"]) == (
        200, "补选人选", None,
    )  # fmt: skip
    assert refusal(await change(1, title="又改")) == (412, "stale")
    assert faults(await change(2, title=None)) == [("/title", "missing")]
    without = await desk.send("clerk", "PATCH", path, json={})
    assert refusal(without) == (428, "precondition_required")
    told = await desk.read("clerk", f"{path}/history")
    assert [one["action"] for one in told["items"]] == [
        "nomination_batch.change", "nomination_batch.create",
    ]  # fmt: skip


async def test_a_batch_serves_those_at_its_organisation_or_below(desk: Secretariat) -> None:
    person = await desk.person("茅辉")
    below = await opened(desk, at="finance_office")
    above = await opened(desk, at="root", who="officer")
    body = {"organisation_id": str(desk.world["finance"].id), "person_id": str(person)}
    for who, batch, expected in (
        ("secretary", below, [("/batch_id", "unknown_batch")]),
        ("secretary", above, [("/batch_id", "unknown_batch")]),
    ):
        given = {**body, "post": "secretary", "batch_id": batch["id"]}
        assert faults(await desk.send(who, "POST", "nominations", json=given)) == expected
    made = await desk.nominate(person, who="officer", batch_id=above["id"])
    assert made["batch_title"] == "换届人选"
    shown = await desk.read("secretary", f"nominations/{made['id']}")
    assert (shown["batch_id"], shown["batch_title"]) == (above["id"], None)


async def test_batches_of_next_door_are_not_known(desk: Secretariat) -> None:
    batch = await filled(desk)
    path = f"nomination-batches/{batch['id']}"
    assert (await desk.read("neighbour", "nomination-batches"))["items"] == []
    for method, where in (("GET", path), ("GET", f"{path}/history")):
        assert (await desk.send("neighbour", method, where)).status_code == 404
    assert (await desk.act("neighbour", path, "submit")).status_code == 404
    headers = {"If-Match": '"1"'}
    answer = await desk.send("neighbour", "PATCH", path, json={"title": "x"}, headers=headers)
    assert answer.status_code == 404
    assert (await desk.read("secretary", path))["counts"] == {"draft": 2}


async def test_a_batch_moves_for_those_alone_who_may_move_one(desk: Secretariat) -> None:
    batch = await filled(desk)
    answer = await desk.act("clerk", f"nomination-batches/{batch['id']}", "submit")
    assert refusal(answer) == (403, "not_allowed")


@pytest.mark.parametrize(
    ("query", "expected"), [({"q": "换届"}, 1), ({"q": "补选"}, 0), ({"sort": "title"}, 1)]
)
async def test_batches_are_found(desk: Secretariat, query: dict[str, str], expected: int) -> None:
    await opened(desk)
    found = await desk.read("officer", "nomination-batches", **query)
    assert len(found["items"]) == expected
    at = {"organisation_id": str(desk.world["police"].id)}
    assert (await desk.read("officer", "nomination-batches", **at))["items"] == []
