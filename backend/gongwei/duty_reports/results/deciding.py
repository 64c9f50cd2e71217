"""Decisions: as proposed by one leader, otherwise with a reason and a second person."""

from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import NOT_FOUND
from gongwei.core.routing import one_fault
from gongwei.core.schemas import ActionIn
from gongwei.duty_reports.results.calculating import UNDECIDED
from gongwei.duty_reports.results.models import DutyResult
from gongwei.duty_reports.results.presentation import (
    BY_ANOTHER,
    ResultLine,
    allowed_actions,
    results_out,
)
from gongwei.duty_reports.results.problems import (
    CONFIRMED_BY_ANOTHER,
    NOT_CALCULATED,
)
from gongwei.duty_reports.results.reading import READ, result_lines
from gongwei.duty_reports.results.schemas import DecisionIn, DutyResultOut
from gongwei.duty_reports.results.workflow import DUTY_RESULT, DutyResultAction
from gongwei.duty_reports.rounds.models import DutyRound, DutyRoundState
from gongwei.duty_reports.rounds.problems import OWN_MATTER
from gongwei.duty_reports.rounds.workflow import DUTY_ROUND
from gongwei.scoring.schemes import Scheme

A = DutyResultAction
DECIDE = Permission.DUTY_RESULTS_DECIDE


async def decide(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID, given: DecisionIn
) -> DutyResultOut:
    """Decide a grade: the proposed one, or with a reason another, which a second person confirms.

    422 for a grade that the scheme does not have; 403 `own_matter`; 409 `results_not_calculated`.
    """
    round_, line = await _held(session, actor, round_id, organisation_id)
    grades = [one.key for one in Scheme.model_validate(round_.scheme).grades]
    if given.grade not in grades:
        raise one_fault(
            "/grade", "unknown_grade", "方案中没有这个等次", "The scheme has no such grade"
        )
    result = line.result
    action = A.DECIDE if given.grade == result.proposed_grade else A.DIFFER
    DUTY_RESULT.apply(result, action, allowed_actions(actor, round_, result), given.reason)
    result.decided_grade = given.grade
    result.decision_reason = given.reason
    result.decided_by, result.decided_by_name = actor.user_id, actor.label
    result.decided_at = clock.now()
    record(session, actor, f"duty_result.{action}", result, label=line.name, reason=given.reason)
    await session.flush()
    return results_out(actor, round_, [line])[0]


async def act(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID,
    action: DutyResultAction, body: ActionIn,
) -> DutyResultOut:  # fmt: skip
    """Confirm or refuse what another decided, or take a decision back.

    403 `second_person_needed` for whoever decided; `own_matter`; 409 as in `decide`.
    """
    round_, line = await _held(session, actor, round_id, organisation_id)
    result = line.result
    allowed = allowed_actions(actor, round_, result)
    by_same = action in BY_ANOTHER and result.decided_by == actor.user_id
    if by_same and DUTY_RESULT[action].leads_to(result.state) is not None:
        raise CONFIRMED_BY_ANOTHER()
    DUTY_RESULT.apply(result, action, allowed, body.reason)
    if action is A.CONFIRM:
        result.confirmed_by, result.confirmed_by_name = actor.user_id, actor.label
        result.confirmed_at = clock.now()
    else:
        result.sqlmodel_update(UNDECIDED)
    record(session, actor, f"duty_result.{action}", result, label=line.name, reason=body.reason)
    await session.flush()
    return results_out(actor, round_, [line])[0]


async def _held(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID
) -> tuple[DutyRound, ResultLine]:
    """The round and the result of its present revision, locked."""
    round_ = await fetch(session, actor, DutyRound, round_id, read=READ, need=DECIDE)
    # Whoever takes part may have left the caller's subtree since the round's day, and so then does
    # the entry in the log, which is written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    query: Any = result_lines(round_, round_.revision).where(
        col(DutyResult.organisation_id) == organisation_id
    )
    query = query.with_for_update(of=DutyResult).execution_options(populate_existing=True)
    row = (await session.execute(query)).first()
    if row is None:
        raise NOT_FOUND()
    line = ResultLine(*row)
    if actor.person_id is not None and line.result.person_id == actor.person_id:
        raise OWN_MATTER()
    if round_.state is not DutyRoundState.CALCULATED:
        zh, en = DUTY_ROUND.words[round_.state]
        raise NOT_CALCULATED(title=round_.title, state_zh=zh, state_en=en)
    return round_, line
