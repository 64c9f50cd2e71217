"""Rounds and participants as answers show them, and what this caller may do."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.narrowing import whole_tree
from gongwei.access.scope import in_scope
from gongwei.duty_reports.rounds.beside import REPORT, secretaries_of
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound
from gongwei.duty_reports.rounds.reading import READ, ParticipantLine, RoundLine, runs
from gongwei.duty_reports.rounds.schemas import DutyParticipantOut, DutyRoundOut, RoundCounts
from gongwei.duty_reports.rounds.workflow import DUTY_ROUND

NOT_STARTED = "not_started"


def allowed_actions(actor: Actor, round_: DutyRound) -> list[str]:
    """What somebody at or above the round's organisation may do with it now. A round that was
    imported holds results alone.
    """
    if round_.imported:
        return []
    return DUTY_ROUND.allowed(round_.state, actor.permissions)


async def rounds_out(
    session: AsyncSession, actor: Actor, lines: Sequence[RoundLine]
) -> list[DutyRoundOut]:
    """These rounds as this caller sees them, in the order given."""
    counts = await _counts(session, actor, [line.round for line in lines])
    return [
        DutyRoundOut(
            **_settings(line.round),
            scheme=line.round.scheme or None,
            organisation_name=line.organisation_name,
            organises=runs(actor, line.path),
            allowed_actions=(allowed_actions(actor, line.round) if runs(actor, line.path) else []),
            counts=counts.get(line.round.id, RoundCounts()),
        )
        for line in lines
    ]


def _settings(round_: DutyRound) -> dict[str, Any]:
    """The round's columns; the days of one that was imported are nobody's."""
    unknown = {"as_of": None, "report_due_on": None} if round_.imported else {}
    return {**round_.model_dump(exclude={"scheme"}), **unknown}


async def _counts(
    session: AsyncSession, actor: Actor, rounds: Sequence[DutyRound]
) -> dict[UUID, RoundCounts]:
    """By round, over the participants in the caller's subtree: all of them for those who run it.
    Nobody owed a report in a round that was imported.
    """
    with_reports = {one.id for one in rounds if not one.imported}
    state = func.coalesce(REPORT.c.state, NOT_STARTED)
    late = func.count().filter(REPORT.c.late)
    query: Any = (
        select(
            col(DutyParticipant.round_id), col(DutyParticipant.included), state, func.count(), late
        )
        .outerjoin(REPORT, REPORT.c.participant_id == col(DutyParticipant.id))
        .where(
            in_scope(actor, DutyParticipant, READ),
            among(col(DutyParticipant.round_id), [one.id for one in rounds]),
        )
        .group_by(col(DutyParticipant.round_id), col(DutyParticipant.included), state)
    )
    found: dict[UUID, dict[str, int]] = {}
    async with whole_tree(session, actor):
        rows = (await session.execute(query)).all()
    for round_id, included, reached, number, tardy in rows:
        sums = found.setdefault(round_id, dict.fromkeys(RoundCounts.model_fields, 0))
        if not included:
            sums["left_out"] += number
            continue
        sums["participants"] += number
        if round_id in with_reports:
            sums[reached] += number
            sums["late"] += tardy
    return {round_id: RoundCounts(**sums) for round_id, sums in found.items()}


async def participants_out(
    session: AsyncSession, round_: DutyRound, lines: Sequence[ParticipantLine]
) -> list[DutyParticipantOut]:
    """These participants, in the order given."""
    held = await secretaries_of(session, {line.participant.organisation_id for line in lines})
    on_the_day = {
        one.appointment_id for all_held in held.values() for one in all_held
        if one.covers(round_.as_of)
    }  # fmt: skip
    return [
        DutyParticipantOut(
            **line.participant.model_dump(),
            organisation_name=line.organisation_name,
            name=line.name,
            in_office=round_.imported or line.participant.appointment_id in on_the_day,
        )
        for line in lines
    ]
