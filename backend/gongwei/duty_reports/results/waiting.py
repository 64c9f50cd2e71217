"""Results that wait for somebody: to be decided, to be confirmed, to be read by whom they are
about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.duty_reports.results.models import DutyResult, DutyResultState
from gongwei.duty_reports.rounds.models import DutyRound, DutyRoundState

DECIDE, READ = Permission.DUTY_RESULTS_DECIDE, Permission.DUTY_RESULTS_READ


@dataclass(frozen=True)
class WaitingResults:
    """So many results of a round, in one state, since when."""

    round_id: UUID
    title: str
    state: DutyResultState
    number: int
    since: datetime


@dataclass(frozen=True)
class UnreadResult:
    """A published result that the person has not acknowledged."""

    id: UUID
    round_id: UUID
    title: str
    since: datetime


async def results_to_decide(
    session: AsyncSession, actor: Actor, limit: int
) -> Sequence[WaitingResults]:
    """What the caller may decide or confirm, in rounds of the subtree: not the own result, and to
    confirm only what another decided.
    """
    state = col(DutyResult.state)
    by_another = col(DutyResult.decided_by).is_distinct_from(actor.user_id)
    proposed = state == DutyResultState.PROPOSED
    confirmable = (state == DutyResultState.AWAITING_CONFIRMATION) & by_another
    query: Any = (
        select(
            col(DutyRound.id), col(DutyRound.title), state, func.count(),
            func.min(DutyResult.updated_at),
        )
        .join(DutyRound, col(DutyRound.id) == col(DutyResult.round_id))
        .where(
            in_scope(actor, DutyRound, DECIDE),
            col(DutyRound.state) == DutyRoundState.CALCULATED,
            col(DutyResult.revision) == col(DutyRound.revision),
            proposed | confirmable,
        )
        .group_by(col(DutyRound.id), col(DutyRound.title), state)
        .order_by(func.min(DutyResult.updated_at), col(DutyRound.id))
        .limit(limit)
    )  # fmt: skip
    if actor.person_id is not None:
        query = query.where(col(DutyResult.person_id) != actor.person_id)
    return [WaitingResults(*row) for row in (await session.execute(query)).all()]


async def unread_results(session: AsyncSession, actor: Actor) -> Sequence[UnreadResult]:
    """The caller's own published results that were not acknowledged; of each round the latest."""
    if actor.person_id is None:
        return []
    async with as_oneself(session, actor) as oneself:
        query: Any = (
            select(DutyResult, col(DutyRound.title))
            .join(DutyRound, col(DutyRound.id) == col(DutyResult.round_id))
            .where(
                in_scope(oneself, DutyResult, READ),
                col(DutyResult.person_id) == actor.person_id,
                col(DutyResult.state) == DutyResultState.PUBLISHED,
                col(DutyRound.imported).is_(False),
            )
            .order_by(col(DutyResult.revision))
        )
        rows = (await session.execute(query)).all()
    latest = {result.round_id: (result, title) for result, title in rows}
    return [
        UnreadResult(result.id, result.round_id, title, result.updated_at)
        for result, title in latest.values()
        if result.acknowledged_at is None
    ]
