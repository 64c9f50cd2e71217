"""Every state × action × role of reports and comments over HTTP, generated from the tables."""

from typing import Any

import pytest

from duty_reports.reports.writing import Writing
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission, Role
from gongwei.core import clock
from gongwei.duty_reports.reports.models import CommentState, DutyReportState
from gongwei.duty_reports.reports.workflow import (
    DUTY_COMMENT,
    DUTY_REPORT,
    CommentAction,
    DutyReportAction,
)

WHO = {
    Role.COMMITTEE_OFFICER: "officer",
    Role.COMMITTEE_LEADER: "leader",
}
"""Whoever of the world holds a role that is named otherwise."""

P = Permission
ABOVE = (Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER)
"""Roles that the world has at the organiser and that read reports."""

Expected = tuple[int, str | None, list[str] | None]
"""Status, the code of a refusal, and what may be done next."""


def may_do(role: Role, state: DutyReportState) -> list[str]:
    """The organisation submits, the organiser judges."""
    found = DUTY_REPORT.allowed(state, ROLE_PERMISSIONS[role])
    return [one for one in found if (one == "submit") is (role not in ABOVE)]


def expected(role: Role, state: DutyReportState, action: DutyReportAction) -> Expected:
    held, step = ROLE_PERMISSIONS[role], DUTY_REPORT[action]
    if P.DUTY_REPORTS_READ not in held:
        return 404, "not_found", None
    if step.permission not in held:
        return 403, "not_allowed", None
    if action is not DutyReportAction.SUBMIT and role not in ABOVE:
        return 403, "not_the_organiser", None
    if state not in step.sources:
        return 409, "invalid_state", may_do(role, state)
    assert isinstance(step.target, DutyReportState)
    return 200, None, may_do(role, step.target)


@pytest.mark.parametrize("role", list(Role))
async def test_a_role_moves_reports_as_the_table_says(writing: Writing, role: Role) -> None:
    who = WHO.get(role, role.value)
    connection = writing.review.database.connection  # type: ignore[attr-defined]
    wrong: list[Any] = []
    for state in DutyReportState:
        async with connection.begin_nested() as planted:
            report = await writing.report(state)
            for action in DutyReportAction:
                async with connection.begin_nested() as undone:
                    answer = await writing.act(who, report.id, action, reason="按规定办理")
                    await undone.rollback()
                told = answer.json()
                got = (answer.status_code, told.get("code"), told.get("allowed_actions"))
                if got != expected(role, state, action):
                    wrong.append((state, action, got))
                elif answer.status_code == 200 and told["state"] != DUTY_REPORT[action].target:
                    wrong.append((state, action, told["state"]))
            await planted.rollback()
    assert wrong == []


def comment_expected(role: Role, state: CommentState, action: CommentAction, own: bool) -> Expected:
    """What is noted is known to its author alone, and so is what was withdrawn before it went
    out."""
    held, step = ROLE_PERMISSIONS[role], DUTY_COMMENT[action]
    released = state is CommentState.RELEASED
    if P.DUTY_REPORTS_READ not in held or not (own or released):
        return 404, "not_found", None
    if step.permission not in held:
        return 403, "not_allowed", None
    if role not in ABOVE:
        return 403, "not_the_organiser", None
    if state not in step.sources:
        allowed = DUTY_COMMENT.allowed(state, held)
        return 409, "invalid_state", allowed
    assert isinstance(step.target, CommentState)
    return 200, None, DUTY_COMMENT.allowed(step.target, held)


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("role", list(Role))
async def test_a_role_moves_comments_as_the_table_says(
    writing: Writing, role: Role, own: bool
) -> None:
    who = WHO.get(role, role.value)
    author = who if own else "auditor"
    connection = writing.review.database.connection  # type: ignore[attr-defined]
    report = await writing.report(DutyReportState.SUBMITTED)
    wrong: list[Any] = []
    for state in CommentState:
        went_out = clock.now() if state is CommentState.RELEASED else None
        comment = await writing.comment(report, author, state=state, released_at=went_out)
        for action in CommentAction:
            async with connection.begin_nested() as undone:
                answer = await writing.on_comment(who, comment.id, action, reason="按规定办理")
                await undone.rollback()
            told = answer.json()
            got = (answer.status_code, told.get("code"), told.get("allowed_actions"))
            if got != comment_expected(role, state, action, own):
                wrong.append((state, action, got))
    assert wrong == []
