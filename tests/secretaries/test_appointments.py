"""Appointments: entered late, changed, left with the superior's consent; who is missing."""

from datetime import UTC, date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import select as select_rows

from factories.roster import identity_number, officer
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.core import clock
from gongwei.core.days import day_in_chinese
from gongwei.organisations.models import TermState
from gongwei.secretaries.import_rows import AppointmentRow
from gongwei.secretaries.importing import import_appointments
from gongwei.secretaries.models import Appointment, AppointmentState, EndCause, Post
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.secretaries.workflow import APPOINTMENT, HOLDING, AppointmentAction
from gongwei.tasks.models import Task
from secretaries.secretariat import Body, Secretariat, days, faults, refusal

WHO = {Role.COMMITTEE_OFFICER: "officer", Role.COMMITTEE_LEADER: "leader"}
SUPERIOR = {"consent_on": str(days(-1)), "consent_note": "云机工委函〔2026〕3号"}
LEAVES = {"cause": "transferred"}


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
        ({"from_on": str(days(1))}, 422, [("/from_on", "future")]),
        ({"to_on": str(days(1))}, 422, [("/to_on", "future")]),
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
        "post": "secretary", "from_on": "2023-03-01", "late_reason": "系统启用前任职", **change,
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
        (days(-30), None, 1),
        (days(-31), None, 0),
        (days(0), None, 1),
        (days(-10), days(0), 0),
    ],
)
async def test_whoever_took_office_lately_is_to_be_talked_to(
    desk: Secretariat, from_on: date, to_on: date | None, talks: int
) -> None:
    ends = str(to_on) if to_on else None
    answer = await entered(desk, await desk.person("茅辉"), from_on=str(from_on), to_on=ends)
    assert answer.status_code == 201, answer.text
    due = from_on + timedelta(days=30)
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


async def ended(desk: Secretariat, held: Appointment, **body: Any) -> Any:
    given = {"on": str(days(0)), **LEAVES, **body}
    return await desk.act("officer", f"secretaries/{held.id}", "end", **given)


async def test_leaving_while_a_term_runs_needs_the_superiors_consent(desk: Secretariat) -> None:
    await desk.term(days(100))
    held = await desk.appointment(await desk.person("茅辉"))
    answer = await ended(desk, held)
    assert refusal(answer) == (409, "superior_consent_needed")
    assert answer.json()["detail"] == (
        f"“中共区财政局总支部委员会”本届任期至 {day_in_chinese(days(100))}，"
        "任期内调整须先经上级党组织同意。请先提出离任申请并获同意，或填写上级同意的日期和文号。"
    )
    for half in SUPERIOR:
        answer = await ended(desk, held, **{half: SUPERIOR[half]})
        assert refusal(answer) == (409, "superior_consent_needed")
    done = await ended(desk, held, **SUPERIOR)
    assert done.status_code == 200
    wanted = {"state": "ended", "to_on": str(days(0)), "end_cause": "transferred", **SUPERIOR}
    assert {name: done.json()[name] for name in wanted} == wanted


async def test_consent_is_asked_for_and_given_here(desk: Secretariat) -> None:
    await desk.term(days(100))
    held = await desk.appointment(await desk.person("茅辉"))
    path = f"secretaries/{held.id}"
    asked = await desk.act("department_leader", path, "request_end", reason="调任区政府办")
    assert (asked.json()["state"], asked.json()["term_ends_on"]) == (
        "end_requested", str(days(100)),
    )  # fmt: skip
    assert refusal(await ended(desk, held)) == (409, "superior_consent_needed")
    agreed = await desk.act("leader", path, "consent", consent_note="会议纪要第4号")
    told = agreed.json()
    assert (told["state"], told["consent_on"], told["consent_note"]) == (
        "end_agreed", str(days(0)), "会议纪要第4号",
    )  # fmt: skip
    done = await ended(desk, held)
    assert (done.json()["state"], done.json()["consent_note"], done.json()["term_ends_on"]) == (
        "ended", "会议纪要第4号", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    "term",
    [
        None,
        {"ends_on": days(0)},
        {"ends_on": days(-30)},
        {"ends_on": days(1000), "elected_on": days(0)},
        {"ends_on": days(100), "state": TermState.ELECTING},
    ],
)
async def test_no_consent_is_needed_between_two_terms(
    desk: Secretariat, term: dict[str, Any] | None
) -> None:
    if term is not None:
        await desk.term(**term)
    held = await desk.appointment(await desk.person("茅辉"))
    done = await ended(desk, held, cause="term_ended")
    assert (done.status_code, done.json()["state"], done.json()["consent_on"]) == (
        200, "ended", None,
    )  # fmt: skip


async def test_an_end_says_when_and_why(desk: Secretariat) -> None:
    held = await desk.appointment(await desk.person("茅辉"))
    path = f"secretaries/{held.id}"
    for given, expected in (
        ({}, [("/on", "missing")]),
        ({"on": str(days(0))}, [("/cause", "missing")]),
        ({"on": str(days(1)), **LEAVES}, [("/on", "future")]),
        ({"on": "2021-01-01", **LEAVES}, [("/on", "not_later")]),
        ({"on": str(days(0)), "cause": "tired"}, [("/cause", "enum")]),
        (
            {"on": str(days(0)), **LEAVES, **SUPERIOR, "consent_on": str(days(1))},
            [("/consent_on", "future")],
        ),
    ):
        assert [p for p, _ in faults(await desk.act("officer", path, "end", **given))] == [
            p for p, _ in expected
        ]
    for who, action, field in (
        ("secretary", "request_end", {"on": str(days(0))}),
        ("secretary", "withdraw", {"cause": "retired"}),
        ("leader", "consent", {"consent_on": str(days(0))}),
        ("leader", "refuse", {"consent_note": "x"}),
    ):
        answer = await desk.act(who, path, action, reason="理由", **field)
        assert faults(answer) == [(f"/{next(iter(field))}", "extra_forbidden")]


async def test_a_past_end_is_told_with_its_day(desk: Secretariat) -> None:
    held = await desk.appointment(await desk.person("茅辉"))
    await ended(desk, held, on=str(days(-5)))
    (told,) = (await desk.read("officer", f"secretaries/{held.id}/history"))["items"]
    assert (told["action"], told["late"], told["to_state"]) == ("appointment.end", True, "ended")


@pytest.mark.parametrize("state", HOLDING)
async def test_whoever_asked_to_leave_is_still_in_office(
    desk: Secretariat, state: AppointmentState
) -> None:
    await desk.appointment(await desk.person("茅辉"), state=state, full_time=True)
    assert await desk.names("officer", "secretaries") == ["茅辉"]
    assert await desk.names("officer", "secretaries", as_of="2024-01-01") == ["茅辉"]
    assert await vacant(desk, organisation_id=str(desk.world["finance"].id)) == []
    summary = await desk.read("officer", f"organisations/{desk.world['finance'].id}/summary")
    assert summary["secretaries"] == {"full_time": 1, "part_time": 0, "vacant": 2, "talks_due": 0}


@pytest.mark.parametrize("state", HOLDING)
async def test_a_list_knows_whoever_asked_to_leave(
    desk: Secretariat, state: AppointmentState
) -> None:
    held = await desk.appointment(await desk.person("茅辉"), state=state)

    async def imported(name: str, order: int, from_on: date) -> list[int]:
        row = AppointmentRow(
            organisation_id=desk.world["finance"].id, name=name, post=Post.SECRETARY,
            identity_number=identity_number(date(1970, 1, 1), order), from_on=from_on,
            full_time=False,
        )  # fmt: skip
        done: list[int] = []

        async def count(number: int) -> None:
            done.append(number)

        async with desk.database.transaction("*") as session:
            outcome = await import_appointments(session, officer(desk.world), [row], days(0), count)
        return [outcome.new, outcome.changed, outcome.same]

    assert await imported("茅辉", 1, date(2021, 1, 1)) == [0, 0, 1]
    assert await imported("茅辉", 1, date(2021, 2, 1)) == [0, 1, 0]
    assert await imported("姚宁", 3, date(2024, 5, 1)) == [1, 0, 0]
    shown = await desk.read("officer", f"secretaries/{held.id}")
    assert (shown["state"], shown["to_on"]) == ("ended", "2024-05-01")


async def vacant(desk: Secretariat, who: str = "officer", **query: Any) -> list[str]:
    found = await desk.read(who, "secretaries/vacancies", **query)
    short = {str(one.id): name for name, one in desk.world.organisations.items()}
    return [short[one["organisation_id"]] for one in found["items"]]


async def test_organisations_without_a_secretary_are_listed(desk: Secretariat) -> None:
    everywhere = ["finance", "finance_office", "finance_units", "police", "police_office"]
    assert await vacant(desk) == [*everywhere, "archive"]
    person = await desk.person("茅辉")
    await desk.appointment(person, to_on=date(2024, 1, 1), state=AppointmentState.ENDED)
    await desk.appointment(person, at="archive")
    await desk.appointment(person, at="police", post=Post.DEPUTY_SECRETARY)
    assert await vacant(desk) == everywhere
    assert await vacant(desk, as_of="2023-12-31") == everywhere[1:]
    assert await vacant(desk, as_of="2020-12-31") == [*everywhere, "archive"]
    assert await vacant(desk, q="机关支部") == ["finance_office", "police_office"]
    at = str(desk.world["finance"].id)
    assert await vacant(desk, organisation_id=at) == ["finance"]
    assert await vacant(desk, organisation_id=at, scope="subtree") == everywhere[:3]
    assert await vacant(desk, "neighbour") == ["police", "police_office"]
    (first, *_) = (await desk.read("officer", "secretaries/vacancies"))["items"]
    assert first == {
        "organisation_id": at, "organisation_name": "中共区财政局总支部委员会",
        "kind": "general_branch", "since": "2024-01-01",
    }  # fmt: skip
    page = await desk.read("officer", "secretaries/vacancies", limit=2, include_total=True)
    assert (len(page["items"]), page["total"]) == (2, 5)
    refused = await desk.send("system_admin", "GET", "secretaries/vacancies")
    assert refusal(refused) == (403, "not_allowed")
    elsewhere = {"organisation_id": at}
    answer = await desk.send("neighbour", "GET", "secretaries/vacancies", params=elsewhere)
    assert answer.status_code == 404


async def test_the_neighbour_knows_nothing_of_an_appointment(desk: Secretariat) -> None:
    held = await desk.appointment(await desk.person("茅辉"))
    path = f"secretaries/{held.id}"
    assert await desk.names("neighbour", "secretaries") == []
    for method, where, given in (
        ("GET", path, {}),
        ("GET", f"{path}/history", {}),
        ("PATCH", path, {"json": {}, "headers": {"If-Match": '"1"'}}),
        ("POST", f"{path}/actions/request_end", {"json": {"reason": "x"}}),
    ):
        assert (await desk.send("neighbour", method, where, **given)).status_code == 404


Expected = tuple[int, str | None, list[str] | None]


def expected(role: Role, state: AppointmentState, action: AppointmentAction) -> Expected:
    held, step = ROLE_PERMISSIONS[role], APPOINTMENT[action]
    if Permission.SECRETARIES_READ not in held:
        return 404, "not_found", None
    if step.permission not in held:
        return 403, "not_allowed", None
    if state not in step.sources:
        possible = [t.action.value for t in APPOINTMENT.transitions.values() if state in t.sources]
        return 409, "invalid_state", possible
    assert isinstance(step.target, AppointmentState)
    return 200, None, APPOINTMENT.allowed(step.target, held)


async def stored(desk: Secretariat) -> dict[AppointmentState, Appointment]:
    """Deputies in every state."""
    found = {}
    for number, state in enumerate(AppointmentState):
        ends = days(-1) if state is AppointmentState.ENDED else None
        person = await desk.person(f"书记{number}", 2 * number + 1)
        found[state] = await desk.appointment(
            person, state=state, to_on=ends, post=Post.DEPUTY_SECRETARY
        )
    return found


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_moves_appointments_as_the_table_says(desk: Secretariat, role: Role) -> None:
    who = WHO.get(role, role.value)
    appointments = await stored(desk)
    connection = desk.database.connection  # type: ignore[attr-defined]
    wrong: list[Any] = []
    for state, action in [(s, a) for s in AppointmentState for a in AppointmentAction]:
        body: Body = {"reason": "按规定办理"}
        if action is AppointmentAction.END:
            body |= {"on": str(days(0)), "cause": EndCause.RETIRED}
        async with connection.begin_nested() as undone:
            answer = await desk.act(who, f"secretaries/{appointments[state].id}", action, **body)
            await undone.rollback()
        told = answer.json()
        got = (answer.status_code, told.get("code"), told.get("allowed_actions"))
        if got != expected(role, state, action):
            wrong.append((state, action, got))
        elif answer.status_code == 200 and told["state"] != APPOINTMENT[action].target:
            wrong.append((state, action, told["state"]))
    assert wrong == []


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_is_offered_what_the_table_says(desk: Secretariat, role: Role) -> None:
    who, held = WHO.get(role, role.value), ROLE_PERMISSIONS[role]
    await stored(desk)
    offered = {}
    for state in AppointmentState:
        shown = await desk.read(who, "secretaries", state=state.value)
        offered.update({one["state"]: one["allowed_actions"] for one in shown["items"]})
    may_read = Permission.SECRETARIES_READ in held
    assert offered == (
        {state.value: APPOINTMENT.allowed(state, held) for state in AppointmentState}
        if may_read
        else {}
    )
