"""Drafting, changing and deleting nominations; each once, and on the version that was seen."""

from typing import Any
from uuid import uuid4

import pytest

from gongwei.secretaries.nominations.models import NominationState
from gongwei.secretaries.nominations.workflow import FINAL, NOMINATION
from secretaries.secretariat import Secretariat, days, faults, refusal

OVER = [state for state in NominationState if state not in NOMINATION.editable]


async def test_a_draft_holds_what_was_entered(desk: Secretariat) -> None:
    person = await desk.person("茅辉")
    batch = await desk.made(
        "clerk", "nomination-batches",
        organisation_id=str(desk.world["finance"].id), title="2026年换届人选",
    )  # fmt: skip
    entry = {
        "post": "deputy_secretary", "full_time": True, "duty_title": "科长", "kind": "mid_term",
        "take_office_on": str(days(30)), "grounds": "熟悉党务", "batch_id": batch["id"],
    }  # fmt: skip
    made = await desk.nominate(person, who="clerk", **entry)
    wanted = {
        **entry, "state": "draft", "name": "茅辉", "batch_title": "2026年换届人选",
        "organisation_name": "中共区财政局总支部委员会", "person_id": str(person), "version": 1,
        "allowed_actions": [], "submitted_on": None, "approved_on": None, "inspection_id": None,
        "inspection_state": None, "finding": None, "appointment_id": None,
    }  # fmt: skip
    assert {name: made[name] for name in wanted} == wanted
    by_secretary = await desk.read("secretary", f"nominations/{made['id']}")
    assert by_secretary["allowed_actions"] == ["submit"]


async def test_a_full_time_deputy_is_full_time(desk: Secretariat) -> None:
    made = await desk.nominate(await desk.person("茅辉"), post="full_time_deputy_secretary")
    assert made["full_time"] is True


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"post": None}, [("/post", "missing")]),
        ({"post": "chairman"}, [("/post", "enum")]),
        ({"person_id": str(uuid4())}, [("/person_id", "unknown_person")]),
        ({"batch_id": str(uuid4())}, [("/batch_id", "unknown_batch")]),
        ({"duty_title": "长" * 101}, [("/duty_title", "string_too_long")]),
        ({"take_office_on": "2026-02-30"}, [("/take_office_on", "date_from_datetime_parsing")]),
        ({"state": "approved"}, [("/state", "extra_forbidden")]),
    ],
)
async def test_what_is_no_nomination(
    desk: Secretariat, change: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    person = await desk.person("茅辉")
    body = {
        "organisation_id": str(desk.world["finance"].id), "person_id": str(person),
        "post": "secretary", **change,
    }  # fmt: skip
    given = {name: value for name, value in body.items() if value is not None}
    answer = await desk.send("clerk", "POST", "nominations", json=given)
    assert [pointer for pointer, _ in faults(answer)] == [pointer for pointer, _ in expected]


@pytest.mark.parametrize(
    ("at", "expected"), [("root", 409), ("archive_one", 409), ("archive", 201)]
)
async def test_only_some_kinds_have_a_secretary(desk: Secretariat, at: str, expected: int) -> None:
    body = {
        "organisation_id": str(desk.world[at].id), "person_id": str(await desk.person("茅辉")),
        "post": "secretary",
    }  # fmt: skip
    answer = await desk.send("officer", "POST", "nominations", json=body)
    assert answer.status_code == expected
    if expected == 409:
        assert answer.json()["code"] == "no_such_post"


async def test_nobody_from_next_door_is_proposed(desk: Secretariat) -> None:
    person = await desk.person("姚宁", 3, at="police_office")
    body = {
        "organisation_id": str(desk.world["finance"].id), "person_id": str(person),
        "post": "secretary",
    }  # fmt: skip
    answer = await desk.send("secretary", "POST", "nominations", json=body)
    assert faults(answer) == [("/person_id", "unknown_person")]
    there = {**body, "organisation_id": str(desk.world["police"].id)}
    answer = await desk.send("secretary", "POST", "nominations", json=there)
    assert refusal(answer) == (404, "not_found")


async def test_one_open_nomination_for_a_person_and_a_post(desk: Secretariat) -> None:
    person = await desk.person("茅辉")
    first = await desk.nominate(person)
    body = {
        "organisation_id": first["organisation_id"], "person_id": str(person), "post": "secretary",
    }  # fmt: skip
    answer = await desk.send("clerk", "POST", "nominations", json=body)
    assert refusal(answer) == (409, "nomination_exists")
    other = await desk.nominate(person, post="deputy_secretary")
    answer = await change(desk, other, post="secretary")
    assert refusal(answer) == (409, "nomination_exists")
    await desk.moved("secretary", first, "submit")
    await desk.moved("secretary", first, "withdraw", reason="另有任用")
    assert (await desk.nominate(person))["state"] == "draft"


async def change(desk: Secretariat, held: Any, who: str = "clerk", **patch: Any) -> Any:
    headers = {"If-Match": f'"{held["version"]}"'}
    return await desk.send(who, "PATCH", f"nominations/{held['id']}", json=patch, headers=headers)


async def test_a_change_needs_the_version_it_is_based_on(desk: Secretariat) -> None:
    made = await desk.nominate(await desk.person("茅辉"))
    path = f"nominations/{made['id']}"
    without = await desk.send("clerk", "PATCH", path, json={"grounds": "一"})
    assert refusal(without) == (428, "precondition_required")
    done = await change(desk, made, grounds="一", duty_title="科长")
    assert (done.status_code, done.headers["etag"], done.json()["version"]) == (200, '"2"', 2)
    assert refusal(await change(desk, made, grounds="二")) == (412, "stale")
    emptied = await change(desk, done.json(), duty_title=None, grounds=None)
    assert (emptied.json()["duty_title"], emptied.json()["grounds"]) == (None, "")
    for name in ("person_id", "post", "full_time", "kind"):
        assert faults(await change(desk, emptied.json(), **{name: None})) == [
            (f"/{name}", "missing")
        ]


@pytest.mark.parametrize("state", OVER)
async def test_only_drafts_and_what_was_returned_change(
    desk: Secretariat, state: NominationState
) -> None:
    held = await desk.nomination(await desk.person("茅辉"), state=state)
    answer = await change(desk, {"id": held.id, "version": held.version}, grounds="一")
    assert refusal(answer) == (409, "invalid_state")
    assert answer.json()["state"] == state


async def test_an_inspection_stays_with_its_nominee(desk: Secretariat) -> None:
    held = await desk.nomination(await desk.person("茅辉"), state="returned")
    known = await desk.read("clerk", f"nominations/{held.id}")
    await desk.inspection(known)
    other = await desk.person("姚宁", 3)
    for patch in ({"person_id": str(other)}, {"post": "deputy_secretary"}):
        assert refusal(await change(desk, known, **patch)) == (409, "nominee_inspected")
    assert (await change(desk, known, grounds="一", post="secretary")).status_code == 200


@pytest.mark.parametrize("state", list(NominationState))
async def test_only_drafts_are_deleted(desk: Secretariat, state: NominationState) -> None:
    held = await desk.nomination(await desk.person("茅辉"), state=state)
    answer = await desk.send("clerk", "DELETE", f"nominations/{held.id}")
    again = await desk.send("clerk", "GET", f"nominations/{held.id}")
    if state is NominationState.DRAFT:
        assert (answer.status_code, again.status_code) == (204, 404)
    else:
        assert refusal(answer) == (409, "delete_refused")
        assert again.json()["state"] == state


async def test_the_same_request_makes_one_nomination(desk: Secretariat) -> None:
    person = await desk.person("茅辉")
    body = {
        "organisation_id": str(desk.world["finance"].id), "person_id": str(person),
        "post": "secretary",
    }  # fmt: skip
    headers = {"Idempotency-Key": "nominate-1"}
    first = await desk.send("clerk", "POST", "nominations", json=body, headers=headers)
    second = await desk.send("clerk", "POST", "nominations", json=body, headers=headers)
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.headers["idempotent-replayed"] == "true"
    assert second.json() == first.json()
    other = {**body, "post": "deputy_secretary"}
    third = await desk.send("clerk", "POST", "nominations", json=other, headers=headers)
    assert refusal(third) == (422, "idempotency_key_reused")
    assert await desk.names("clerk", "nominations") == ["茅辉"]


async def test_an_appointment_is_made_once_however_often_it_is_sent(desk: Secretariat) -> None:
    made = await desk.approved(await desk.person("茅辉"))
    path = f"nominations/{made['id']}/actions/appoint"
    headers = {"Idempotency-Key": "appoint-1"}
    answers = [
        await desk.send("officer", "POST", path, json={"on": str(days(0))}, headers=headers)
        for _ in range(2)
    ]
    assert [one.status_code for one in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert await desk.names("officer", "secretaries") == ["茅辉"]


def test_what_is_over_neither_changes_nor_moves() -> None:
    assert {state for state in NominationState if not NOMINATION.allowed(state, _everything())} == {
        *FINAL
    }


def _everything() -> set[str]:
    return {one.permission for one in NOMINATION.transitions.values()}
