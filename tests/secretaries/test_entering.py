"""Appointments from before the system, and correcting what is held about one."""

from datetime import UTC, date
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import select as select_rows

from gongwei.core import clock
from gongwei.secretaries.models import AppointmentState
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.secretaries.workflow import HOLDING
from gongwei.tasks.models import Task
from secretaries.secretariat import Secretariat, dated, days, faults, refusal


async def entered(desk: Secretariat, person: UUID, who: str = "officer", **more: Any) -> Any:
    body = {
        "organisation_id": str(desk.world["finance"].id), "person_id": str(person),
        "post": "secretary", "from_on": "2023-03-01", "late_reason": "系统启用前任职", **more,
    }  # fmt: skip
    return await desk.send(who, "POST", "secretaries", json=body)


async def test_an_appointment_from_before_the_system_stays_marked(desk: Secretariat) -> None:
    person = await desk.person("茅辉")
    answer = await entered(desk, person, full_time=True, duty_title="主任")
    assert answer.status_code == 201
    made = answer.json()
    assert answer.headers["location"] == f"/api/v1/secretaries/{made['id']}"
    assert answer.headers["etag"] == f'"{made["version"]}"'
    wanted = {
        "name": "茅辉", "post": "secretary", "full_time": True, "duty_title": "主任",
        "from_on": "2023-03-01", "to_on": None, "state": "in_office", "nomination_id": None,
        "late_reason": "系统启用前任职", "end_cause": None, "consent_on": None,
        "consent_note": None, "term_ends_on": None, "talk_due_on": None,
        "allowed_actions": ["end"],
    }  # fmt: skip
    assert {name: made[name] for name in wanted} == wanted
    assert await desk.read("officer", f"secretaries/{made['id']}") == made
    (told,) = (await desk.read("officer", f"secretaries/{made['id']}/history"))["items"]
    assert (told["action"], told["late"], told["reason"]) == (
        "appointment.create", True, "系统启用前任职",
    )  # fmt: skip
    moment = clock.start_of(date(2023, 3, 1)).astimezone(UTC).isoformat()
    assert told["occurred_at"] == moment.replace("+00:00", "Z")


@pytest.mark.parametrize(
    ("change", "status", "expected"),
    [
        ({"late_reason": None}, 422, [("/late_reason", "missing")]),
        ({"from_on": 1}, 422, [("/from_on", "future")]),
        ({"to_on": 1}, 422, [("/to_on", "future")]),
        ({"to_on": "2023-03-01"}, 422, [("/to_on", "not_later")]),
        ({"person_id": str(uuid4())}, 422, [("/person_id", "unknown_person")]),
        ({"organisation_id": str(uuid4())}, 404, "not_found"),
    ],
)
async def test_what_is_no_late_entry(
    desk: Secretariat, change: dict[str, Any], status: int, expected: Any
) -> None:
    person = await desk.person("茅辉")
    body = {
        "organisation_id": str(desk.world["finance"].id), "person_id": str(person),
        "post": "secretary", "from_on": "2023-03-01", "late_reason": "系统启用前任职",
        **dated(change),
    }  # fmt: skip
    given = {name: value for name, value in body.items() if value is not None}
    answer = await desk.send("officer", "POST", "secretaries", json=given)
    assert answer.status_code == status
    assert (faults(answer) if status == 422 else answer.json()["code"]) == expected


async def test_a_group_has_no_secretary(desk: Secretariat) -> None:
    group = str(desk.world["archive_one"].id)
    answer = await entered(desk, await desk.person("茅辉"), organisation_id=group)
    assert refusal(answer) == (409, "no_such_post")


@pytest.mark.parametrize(
    ("from_on", "to_on", "status"),
    [
        ("2019-01-01", "2021-01-01", 201),
        ("2019-01-01", "2021-01-02", 409),
        ("2021-06-01", "2021-07-01", 409),
        ("2022-12-31", None, 409),
        ("2023-01-01", None, 201),
        ("2019-01-01", None, 409),
    ],
)
async def test_the_times_of_two_secretaries_do_not_overlap(
    desk: Secretariat, from_on: str, to_on: str | None, status: int
) -> None:
    await desk.appointment(
        await desk.person("姚宁", 3), from_on=date(2021, 1, 1), to_on=date(2023, 1, 1),
        state=AppointmentState.ENDED,
    )  # fmt: skip
    answer = await entered(desk, await desk.person("茅辉"), from_on=from_on, to_on=to_on)
    assert answer.status_code == status
    if status == 409:
        assert answer.json()["code"] == "appointment_overlaps"
    else:
        assert answer.json()["state"] == ("ended" if to_on else "in_office")


@pytest.mark.parametrize(
    ("from_on", "to_on", "talks"),
    [
        (-30, None, 1),
        (-31, None, 0),
        (0, None, 1),
        (-10, 0, 0),
    ],
)
async def test_whoever_took_office_lately_is_to_be_talked_to(
    desk: Secretariat, from_on: int, to_on: int | None, talks: int
) -> None:
    person = await desk.person("茅辉")
    answer = await entered(desk, person, **dated({"from_on": from_on, "to_on": to_on}))
    assert answer.status_code == 201, answer.text
    due = days(from_on + 30)
    assert answer.json()["talk_due_on"] == (str(due) if talks else None)
    async with desk.database.transaction("*") as session:
        found = (await session.exec(select_rows(Talk))).all()
        owed = (await session.exec(select_rows(Task))).all()
    assert [(one.kind, one.state, one.title, one.due_on) for one in found] == [
        (TalkKind.APPOINTMENT, TalkState.SCHEDULED, "任职谈话：茅辉", due)
    ] * talks
    assert [(one.origin_type, one.origin_id, one.title, one.due_on) for one in owed] == [
        ("talk", one.id, one.title, due) for one in found
    ]
    for one in owed:
        assert one.given_from_id == desk.world["root"].id
        assert one.responsible_user_id == desk.world.users["officer"].id


async def test_the_same_request_enters_one_appointment(desk: Secretariat) -> None:
    body = {
        "organisation_id": str(desk.world["finance"].id),
        "person_id": str(await desk.person("茅辉")), "post": "secretary",
        "from_on": "2023-03-01", "late_reason": "系统启用前任职",
    }  # fmt: skip
    headers = {"Idempotency-Key": "late-1"}
    answers = [
        await desk.send("officer", "POST", "secretaries", json=body, headers=headers)
        for _ in range(2)
    ]
    assert [one.status_code for one in answers] == [201, 201]
    assert answers[1].json() == answers[0].json()
    assert await desk.names("officer", "secretaries") == ["茅辉"]


async def test_somebody_in_office_is_corrected_on_the_version_that_was_seen(
    desk: Secretariat,
) -> None:
    held = await desk.appointment(await desk.person("茅辉"))
    path = f"secretaries/{held.id}"

    async def change(version: int | None, **patch: Any) -> Any:
        headers = {} if version is None else {"If-Match": f'"{version}"'}
        return await desk.send("officer", "PATCH", path, json=patch, headers=headers)

    assert refusal(await change(None, full_time=True)) == (428, "precondition_required")
    done = await change(1, full_time=True, duty_title="主任")
    assert (done.status_code, done.headers["etag"]) == (200, '"2"')
    assert (done.json()["full_time"], done.json()["duty_title"]) == (True, "主任")
    assert refusal(await change(1, full_time=False)) == (412, "stale")
    assert faults(await change(2, full_time=None)) == [("/full_time", "missing")]
    assert faults(await change(2, post="deputy_secretary")) == [("/post", "extra_forbidden")]
    cleared = await change(2, duty_title=None)
    assert cleared.json()["duty_title"] is None


async def test_a_full_time_deputy_stays_full_time(desk: Secretariat) -> None:
    answer = await entered(desk, await desk.person("茅辉"), post="full_time_deputy_secretary")
    made = answer.json()
    assert made["full_time"] is True
    headers = {"If-Match": f'"{made["version"]}"'}
    path = f"secretaries/{made['id']}"
    patch = {"full_time": False}
    changed = await desk.send("officer", "PATCH", path, json=patch, headers=headers)
    assert faults(changed) == [("/full_time", "full_time_post")]


@pytest.mark.parametrize("state", list(AppointmentState))
async def test_only_who_holds_a_post_is_corrected(
    desk: Secretariat, state: AppointmentState
) -> None:
    ends = days(-1) if state is AppointmentState.ENDED else None
    held = await desk.appointment(await desk.person("茅辉"), state=state, to_on=ends)
    answer = await desk.send(
        "officer", "PATCH", f"secretaries/{held.id}", json={"full_time": True},
        headers={"If-Match": '"1"'},
    )  # fmt: skip
    assert answer.status_code == (200 if state in HOLDING else 409)
