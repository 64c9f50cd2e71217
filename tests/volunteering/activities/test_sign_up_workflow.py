"""Every state × action × role of sign-ups over HTTP, generated from the table and the roles."""

from itertools import product
from typing import Any
from uuid import UUID

import pytest

from factories.activities import Planning, shift
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.volunteering.activities.models import SignUp, SignUpState
from gongwei.volunteering.activities.workflow import SIGN_UP, SignUpAction

P = Permission
WHO = {Role.COMMITTEE_OFFICER: "officer", Role.COMMITTEE_LEADER: "leader"}
STAFF = (P.ACTIVITIES_WRITE, P.VOLUNTEERING_SERVE)


def expected(role: Role, state: SignUpState, action: SignUpAction) -> Any:
    """What staff is answered about the sign-up of somebody else."""
    held = ROLE_PERMISSIONS[role]
    if P.VOLUNTEERING_READ not in held:
        return 404, "not_found"
    if P.ACTIVITIES_WRITE not in held:
        return 403, "not_allowed"
    after = SIGN_UP[action].leads_to(state)
    if after is None:
        return 409, SIGN_UP.allowed(state, STAFF)
    return 200, SIGN_UP.allowed(SignUpState(after), STAFF)


async def stored(plan: Planning) -> dict[SignUpState, SignUp]:
    """A sign-up in every state, each for a shift of its own."""
    made = await plan.published("officer", "finance", *(shift() for _ in SignUpState))
    person_id = await plan.person("李四")
    rows = {
        state: SignUp(
            organisation_id=plan.world["finance"].id, activity_id=UUID(made["id"]),
            shift_id=UUID(held["id"]), person_id=person_id, state=state,
        )
        for state, held in zip(SignUpState, made["shifts"], strict=True)
    }  # fmt: skip
    await plan.stored(*rows.values())
    return rows


@pytest.mark.parametrize("role", list(Role))
async def test_every_state_and_action_of_every_role(plan: Planning, role: Role) -> None:
    rows = await stored(plan)
    connection = plan.database.connection  # type: ignore[attr-defined]
    wrong = []
    for (state, row), action in product(rows.items(), SignUpAction):
        async with connection.begin_nested() as undone:
            answer = await plan.act(WHO.get(role, role.value), f"sign-ups/{row.id}", action)
            await undone.rollback()
        body = answer.json()
        found = (answer.status_code, body.get("allowed_actions", body.get("code")))
        if found != expected(role, state, action):
            wrong.append((state, action, found))
    assert wrong == []


@pytest.mark.parametrize("state", list(SignUpState))
async def test_whoever_is_signed_up_cancels_and_nothing_else(
    plan: Planning, state: SignUpState
) -> None:
    rows = await stored(plan)
    await plan.stand_for("member", rows[state].person_id)
    path = f"sign-ups/{rows[state].id}"
    offered = SIGN_UP.allowed(state, [P.VOLUNTEERING_SERVE])
    assert (await plan.read("member", path))["allowed_actions"] == offered
    assert (await plan.act("member", path, "promote")).status_code == 404
    answer = await plan.act("member", path, "cancel")
    assert answer.status_code == (200 if offered else 409)
    assert answer.json()["allowed_actions"] == []
