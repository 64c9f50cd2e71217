"""Vacancies, what a neighbour knows, and who moves an appointment, over HTTP."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pytest

from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.secretaries.models import Appointment, AppointmentState, EndCause, Post
from gongwei.secretaries.workflow import APPOINTMENT, AppointmentAction
from secretaries.secretariat import Body, Secretariat, days, refusal

WHO = {Role.COMMITTEE_OFFICER: "officer", Role.COMMITTEE_LEADER: "leader"}


async def test_organisations_without_a_secretary_are_listed(desk: Secretariat) -> None:
    everywhere = ["finance", "finance_office", "finance_units", "police", "police_office"]
    assert await desk.vacant() == [*everywhere, "archive"]
    person = await desk.person("茅辉")
    await desk.appointment(person, to_on=date(2024, 1, 1), state=AppointmentState.ENDED)
    await desk.appointment(person, at="archive")
    await desk.appointment(person, at="police", post=Post.DEPUTY_SECRETARY)
    assert await desk.vacant() == everywhere
    assert await desk.vacant(as_of="2023-12-31") == everywhere[1:]
    assert await desk.vacant(as_of="2020-12-31") == [*everywhere, "archive"]
    assert await desk.vacant(q="机关支部") == ["finance_office", "police_office"]
    at = str(desk.world["finance"].id)
    assert await desk.vacant(organisation_id=at) == ["finance"]
    assert await desk.vacant(organisation_id=at, scope="subtree") == everywhere[:3]
    assert await desk.vacant("neighbour") == ["police", "police_office"]
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
    if state not in step.sources or action is AppointmentAction.TAKE_BACK:
        return 409, "invalid_state", in_office(state, held)
    assert isinstance(step.target, AppointmentState)
    return 200, None, in_office(step.target, held)


def in_office(state: AppointmentState, held: Collection[Permission]) -> list[str]:
    """What is offered once the office has begun: it is too late for taking it back."""
    allowed = APPOINTMENT.allowed(state, held)
    return [action for action in allowed if action != AppointmentAction.TAKE_BACK]


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
        {state.value: in_office(state, held) for state in AppointmentState} if may_read else {}
    )
