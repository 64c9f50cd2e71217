"""Every state × action × role of inspections over HTTP, generated from the table and the roles."""

from itertools import product
from typing import Any

import pytest

from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.secretaries.inspections.models import (
    Finding,
    Inspection,
    InspectionState,
    Interview,
    InterviewGroup,
)
from gongwei.secretaries.inspections.workflow import INSPECTION, InspectionAction
from secretaries.inspections.written import FINISHED, nominated
from secretaries.secretariat import Secretariat, days

WHO = {Role.COMMITTEE_OFFICER: "officer", Role.COMMITTEE_LEADER: "leader"}
"""Whoever of the world holds a role that is named otherwise."""

Expected = tuple[int, str | None, list[str] | None]
"""Status, the code of a refusal, and what may be done next."""


def expected(role: Role, state: InspectionState, action: InspectionAction) -> Expected:
    held, step = ROLE_PERMISSIONS[role], INSPECTION[action]
    if Permission.INSPECTIONS_READ not in held:
        return 404, "not_found", None
    if step.permission not in held:
        return 403, "not_allowed", None
    if state not in step.sources:
        return 409, "invalid_state", INSPECTION.allowed(state, held)
    return 200, None, INSPECTION.allowed(step.target, held)


async def stored(desk: Secretariat) -> dict[InspectionState, Inspection]:
    """An inspection in every state that lacks nothing, each of a nominee of its own."""
    found = {}
    written = {**FINISHED, "finding": Finding(FINISHED["finding"])}
    for number, state in enumerate(InspectionState):
        nomination = await nominated(desk, f"人选{number}", 2 * number + 1)
        about = {"organisation_id": nomination.organisation_id}
        row = Inspection(**about, nomination_id=nomination.id, state=state, **written)
        await desk.stored(row)
        heard = [
            Interview(**about, inspection_id=row.id, group=group, held_on=days(-1))
            for group in InterviewGroup
        ]
        await desk.stored(*heard)
        found[state] = row
    return found


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_moves_inspections_as_the_table_says(desk: Secretariat, role: Role) -> None:
    who, rows = WHO.get(role, role.value), await stored(desk)
    connection = desk.database.connection  # type: ignore[attr-defined]
    wrong: list[Any] = []
    for state, action in product(InspectionState, InspectionAction):
        async with connection.begin_nested() as undone:
            path = f"inspections/{rows[state].id}"
            answer = await desk.act(who, path, action, reason="按规定办理")
            await undone.rollback()
        told = answer.json()
        got = (answer.status_code, told.get("code"), told.get("allowed_actions"))
        if got != expected(role, state, action):
            wrong.append((state, action, got))
        elif answer.status_code == 200 and told["state"] != INSPECTION[action].target:
            wrong.append((state, action, told["state"]))
    assert wrong == []


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_is_offered_what_the_table_says(desk: Secretariat, role: Role) -> None:
    who, held = WHO.get(role, role.value), ROLE_PERMISSIONS[role]
    await stored(desk)
    shown = await desk.read(who, "inspections", limit=200)
    offered = {one["state"]: one["allowed_actions"] for one in shown["items"]}
    may_read = Permission.INSPECTIONS_READ in held
    assert offered == (
        {state.value: INSPECTION.allowed(state, held) for state in InspectionState}
        if may_read
        else {}
    )
