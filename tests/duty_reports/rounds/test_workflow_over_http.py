"""Every state × action × role of rounds over HTTP, generated from the table and the roles."""

from collections.abc import Iterator
from typing import Any

import pytest

from duty_reports.review import Review
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.duty_reports.rounds.models import DutyRound, DutyRoundState
from gongwei.duty_reports.rounds.workflow import DUTY_ROUND, DutyRoundAction

WHO = {Role.COMMITTEE_OFFICER: "officer", Role.COMMITTEE_LEADER: "leader"}
"""Whoever of the world holds a role that is named otherwise."""

AT_THE_ROOT = frozenset(
    {
        Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR, Role.COMMITTEE_OFFICER,
        Role.COMMITTEE_LEADER, Role.REVIEWER, Role.RATER,
    }
)  # fmt: skip
PLACES = ("finance", "root")

Expected = tuple[int, str | None, list[str] | None]
"""Status, the code of a refusal, and what may be done next."""


def reads(role: Role) -> bool:
    return Permission.DUTY_ROUNDS_READ in ROLE_PERMISSIONS[role]


def runs(role: Role, at: str) -> bool:
    return at == "finance" or role in AT_THE_ROOT


def expected(role: Role, at: str, state: DutyRoundState, action: DutyRoundAction) -> Expected:
    """Of the round of the root, those in finance take part, and know it from the opening on."""
    held, step = ROLE_PERMISSIONS[role], DUTY_ROUND[action]
    if not reads(role) or (not runs(role, at) and state is DutyRoundState.DRAFT):
        return 404, "not_found", None
    if not runs(role, at) or step.permission not in held:
        return 403, "not_allowed", None
    if state not in step.sources:
        return 409, "invalid_state", DUTY_ROUND.allowed(state, held)
    assert isinstance(step.target, DutyRoundState)
    return 200, None, DUTY_ROUND.allowed(step.target, held)


def cells() -> Iterator[tuple[DutyRoundState, DutyRoundAction]]:
    for state in DutyRoundState:
        for action in DutyRoundAction:
            yield state, action


async def stored(review: Review, at: str) -> dict[DutyRoundState, DutyRound]:
    """A round in every state, each with a secretary in the finance department."""
    held = await review.secretary("甲", "finance_office" if at == "finance" else "finance")
    found = {}
    for state in DutyRoundState:
        found[state] = await review.round(state, at)
        await review.joined(found[state], held)
    return found


@pytest.mark.parametrize("at", PLACES)
@pytest.mark.parametrize("role", list(Role))
async def test_a_role_moves_rounds_as_the_table_says(review: Review, role: Role, at: str) -> None:
    who = WHO.get(role, role.value)
    rounds = await stored(review, at)
    connection = review.database.connection  # type: ignore[attr-defined]
    wrong: list[Any] = []
    for state, action in cells():
        async with connection.begin_nested() as undone:
            answer = await review.act(who, rounds[state].id, action, reason="按规定办理")
            await undone.rollback()
        told = answer.json()
        got = (answer.status_code, told.get("code"), told.get("allowed_actions"))
        if got != expected(role, at, state, action):
            wrong.append((state, action, got))
        elif answer.status_code == 200 and told["state"] != DUTY_ROUND[action].target:
            wrong.append((state, action, told["state"]))
    assert wrong == []


@pytest.mark.parametrize("at", PLACES)
@pytest.mark.parametrize("role", list(Role))
async def test_a_role_is_offered_what_the_table_says(review: Review, role: Role, at: str) -> None:
    who, held = WHO.get(role, role.value), ROLE_PERMISSIONS[role]
    await stored(review, at)
    shown = await review.read(who, "duty-rounds", limit=200)
    offered = {one["state"]: one["allowed_actions"] for one in shown["items"]}
    wanted: dict[str, list[str]] = {}
    if reads(role) and runs(role, at):
        wanted = {state.value: DUTY_ROUND.allowed(state, held) for state in DutyRoundState}
    elif reads(role):
        wanted = {one.value: [] for one in DutyRoundState if one is not DutyRoundState.DRAFT}
    assert offered == wanted


async def test_reopening_needs_a_reason(review: Review) -> None:
    made = await review.round(DutyRoundState.CALCULATED)
    answer = await review.act("officer", made.id, "reopen")
    assert (answer.status_code, answer.json()["code"]) == (422, "reason_required")


async def test_an_imported_round_is_never_moved(review: Review) -> None:
    made = await review.round(DutyRoundState.ARCHIVED, imported=True)
    shown = await review.read("officer", f"duty-rounds/{made.id}")
    assert shown["allowed_actions"] == []
    answer = await review.act("officer", made.id, "reopen", reason="重评")
    assert (answer.status_code, answer.json()["allowed_actions"]) == (409, [])
