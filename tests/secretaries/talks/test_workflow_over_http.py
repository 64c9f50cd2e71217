"""Every state × action × kind × role of talks over HTTP, generated from the table and the roles."""

from itertools import product
from typing import Any
from uuid import UUID

import pytest

from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.secretaries.talks.workflow import TALK, TalkAction
from secretaries.secretariat import Secretariat, days
from secretaries.talks.said import stand_for, stored

A, K = TalkAction, TalkKind
WHO = {Role.COMMITTEE_OFFICER: "officer", Role.COMMITTEE_LEADER: "leader"}
"""Whoever of the world holds a role that is named otherwise."""

Expected = tuple[int, str | None, list[str] | None]
"""Status, the code of a refusal, and what may be done next."""


def offered(
    role: Role, kind: TalkKind, state: TalkState, *, own: bool, after: TalkAction | None = None
) -> list[str]:
    """What the table and the rules of kinds and persons leave to a role."""
    addressed = own if kind is not K.LETTER else role is Role.DEPARTMENT_LEADER
    withheld = set() if addressed and after is not A.ACKNOWLEDGE else {A.ACKNOWLEDGE}
    if kind is not K.REMINDER or after in (A.OPEN_RECTIFICATION, A.REJECT):
        withheld.add(A.OPEN_RECTIFICATION)
    return [one for one in TALK.allowed(state, ROLE_PERMISSIONS[role]) if one not in withheld]


def expected(
    role: Role, kind: TalkKind, state: TalkState, action: TalkAction, *, own: bool
) -> Expected:
    held, step = ROLE_PERMISSIONS[role], TALK[action]
    own_act = own and kind is not K.LETTER and action is A.ACKNOWLEDGE
    if Permission.TALKS_READ not in held and not own_act:
        return 404, "not_found", None
    if step.permission not in held:
        return 403, "not_allowed", None
    letter_to = kind is K.LETTER and role is Role.DEPARTMENT_LEADER
    if action is A.ACKNOWLEDGE and not own_act and not letter_to:
        return 403, "not_your_talk", None
    after = step.leads_to(state)
    if after is None:
        return 409, "invalid_state", offered(role, kind, state, own=own)
    if action is A.OPEN_RECTIFICATION and kind is not K.REMINDER:
        return 409, "talk_kind", None
    if action is A.SUBMIT:  # the talks of this test have no tasks
        return 409, "tasks_cancelled", None
    left = offered(role, kind, TalkState(after), own=own, after=action)
    return 200, None, left


async def talks(desk: Secretariat, person_id: UUID) -> dict[tuple[TalkKind, TalkState], Talk]:
    """A talk of every kind in every state, submitted by somebody who has no part in this."""
    by = desk.world.users["neighbour"].id
    return {
        (kind, state): await stored(desk, kind, person_id, state=state, submitted_by=by)
        for kind, state in product(TalkKind, TalkState)
    }


async def mistakes(desk: Secretariat, role: Role, *, own: bool) -> list[Any]:
    """What a role does, or is refused, otherwise than the tables say."""
    who = WHO.get(role, role.value)
    person_id = await desk.person("李四")
    if own:
        await stand_for(desk, who, person_id)
    rows = await talks(desk, person_id)
    connection = desk.database.connection  # type: ignore[attr-defined]
    wrong: list[Any] = []
    for (kind, state), action in product(rows, TalkAction):
        body = {"reason": "按规定办理"}
        if action is A.ACKNOWLEDGE:
            body["statement"] = "知悉。"
        if action is A.REJECT and kind is K.REMINDER:  # its tasks are given anew
            body["deadline"] = str(days(30))
        async with connection.begin_nested() as undone:
            answer = await desk.act(who, f"talks/{rows[kind, state].id}", action, **body)
            await undone.rollback()
        told = answer.json()
        got = (answer.status_code, told.get("code"), told.get("allowed_actions"))
        if got != expected(role, kind, state, action, own=own):
            wrong.append((kind, state, action, got))
        elif answer.status_code == 200 and told["state"] != TALK[action].leads_to(state):
            wrong.append((kind, state, action, told["state"]))
    return wrong


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_moves_talks_with_others_as_the_tables_say(
    desk: Secretariat, role: Role
) -> None:
    assert await mistakes(desk, role, own=False) == []


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_moves_talks_with_oneself_as_the_tables_say(
    desk: Secretariat, role: Role
) -> None:
    assert await mistakes(desk, role, own=True) == []


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("role", list(Role))
async def test_a_role_is_offered_what_the_tables_say(
    desk: Secretariat, role: Role, own: bool
) -> None:
    who, person_id = WHO.get(role, role.value), await desk.person("李四")
    if own:
        await stand_for(desk, who, person_id)
    rows = await talks(desk, person_id)
    for path, there in (
        ("talks", Permission.TALKS_READ in ROLE_PERMISSIONS[role]), ("me/talks", own),
    ):  # fmt: skip
        shown = (await desk.read(who, path, limit=200))["items"]
        kinds = [one for one in K if there and (path == "talks" or one is not K.LETTER)]
        assert {(one["kind"], one["state"]): one["allowed_actions"] for one in shown} == {
            (kind, state): offered(role, kind, state, own=own)
            for kind, state in rows
            if kind in kinds
        }
