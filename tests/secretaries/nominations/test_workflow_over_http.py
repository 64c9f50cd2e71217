"""Every state × action × role of nominations over HTTP, generated from the table and the roles."""

from collections.abc import Iterator
from typing import Any

import pytest

from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.secretaries.nominations.models import Nomination, NominationState
from gongwei.secretaries.nominations.workflow import NOMINATION, NominationAction
from secretaries.secretariat import Secretariat, days

WHO = {
    Role.COMMITTEE_OFFICER: "officer",
    Role.COMMITTEE_LEADER: "leader",
}
"""Whoever of the world holds a role that is named otherwise."""

Expected = tuple[int, str | None, list[str] | None]
"""Status, the code of a refusal, and what may be done next."""


def expected(role: Role, state: NominationState, action: NominationAction) -> Expected:
    held, step = ROLE_PERMISSIONS[role], NOMINATION[action]
    if Permission.NOMINATIONS_READ not in held:
        return 404, "not_found", None
    if step.permission not in held:
        return 403, "not_allowed", None
    if state not in step.sources:
        return 409, "invalid_state", NOMINATION.allowed(state, held)
    assert isinstance(step.target, NominationState)
    return 200, None, NOMINATION.allowed(step.target, held)


def cells() -> Iterator[tuple[NominationState, NominationAction]]:
    for state in NominationState:
        for action in NominationAction:
            yield state, action


async def stored(desk: Secretariat) -> dict[NominationState, Nomination]:
    """A nomination in every state, inspected and found suitable, each of a nominee of its own."""
    found = {}
    for number, state in enumerate(NominationState):
        person = await desk.person(f"人选{number}", 2 * number + 1)
        found[state] = await desk.nomination(
            person, state=state, submitted_by=desk.world.users["neighbour"].id
        )
        known = {"id": str(found[state].id), "organisation_id": str(desk.world["finance"].id)}
        await desk.inspection(known)
    return found


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_moves_nominations_as_the_table_says(desk: Secretariat, role: Role) -> None:
    who = WHO.get(role, role.value)
    nominations = await stored(desk)
    connection = desk.database.connection  # type: ignore[attr-defined]
    wrong: list[Any] = []
    for state, action in cells():
        body = {"reason": "按规定办理"}
        if action is NominationAction.APPOINT:
            body["on"] = str(days(0))
        async with connection.begin_nested() as undone:
            answer = await desk.act(who, f"nominations/{nominations[state].id}", action, **body)
            await undone.rollback()
        told = answer.json()
        got = (answer.status_code, told.get("code"), told.get("allowed_actions"))
        if got != expected(role, state, action):
            wrong.append((state, action, got))
        elif answer.status_code == 200 and told["state"] != NOMINATION[action].target:
            wrong.append((state, action, told["state"]))
    assert wrong == []


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_is_offered_what_the_table_says(desk: Secretariat, role: Role) -> None:
    who, held = WHO.get(role, role.value), ROLE_PERMISSIONS[role]
    await stored(desk)
    shown = await desk.read(who, "nominations", limit=200)
    offered = {one["state"]: one["allowed_actions"] for one in shown["items"]}
    may_read = Permission.NOMINATIONS_READ in held
    assert offered == (
        {state.value: NOMINATION.allowed(state, held) for state in NominationState}
        if may_read
        else {}
    )
