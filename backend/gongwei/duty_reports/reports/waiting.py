"""What of the duty review waits for the caller: reports to write, given back, to review.

Each list is short, oldest first, and says nothing in words; the first page does that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.duty_reports.reports.board import BoardLine
from gongwei.duty_reports.reports.models import DutyReport, DutyReportState
from gongwei.duty_reports.reports.reading import READ
from gongwei.duty_reports.reports.standing import RUNNING, rounds_above
from gongwei.duty_reports.reports.workflow import DUTY_REPORT
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound

P = Permission


class ReportStep(StrEnum):
    """What a report waits for."""

    BEGIN = "begin"
    WRITE = "write"
    REWRITE = "rewrite"
    REVIEW = "review"


@dataclass(frozen=True)
class WaitingReport:
    """A report and what it waits for; `report_id` is None where it is not begun. A task to submit
    it comes of `participant_id`.
    """

    step: ReportStep
    participant_id: UUID
    report_id: UUID | None
    round_id: UUID
    round_title: str
    organisation_name: str
    since: datetime
    due_on: date | None


STEPS = {
    None: ReportStep.BEGIN,
    DutyReportState.DRAFT: ReportStep.WRITE,
    DutyReportState.RETURNED: ReportStep.REWRITE,
}


async def reports_to_write(
    session: AsyncSession, actor: Actor, limit: int
) -> Sequence[WaitingReport]:
    """Reports that the caller's own organisation owes."""
    if not actor.may(P.DUTY_REPORTS_WRITE):
        return []
    query: Any = select(DutyParticipant, col(Organisation.name), col(Person.name), DutyReport)
    query = (
        query.join(Organisation, col(Organisation.id) == col(DutyParticipant.organisation_id))
        .outerjoin(Person, col(Person.id) == col(DutyParticipant.person_id))
        .outerjoin(DutyReport, col(DutyReport.participant_id) == col(DutyParticipant.id))
        .where(
            in_scope(actor, DutyParticipant, READ),
            col(DutyParticipant.organisation_id) == actor.organisation_id,
            col(DutyParticipant.included),
            or_(col(DutyReport.id).is_(None), col(DutyReport.state).in_(DUTY_REPORT.editable)),
        )
        .order_by(col(DutyParticipant.created_at), col(DutyParticipant.id))
    )
    lines = [BoardLine(*row) for row in (await session.execute(query)).all()]
    rounds = await rounds_above(session, actor, {line.participant.round_id for line in lines})
    found = []
    for line in lines:
        above, report = rounds[line.participant.round_id], line.report
        if not above.is_running:
            continue
        begun = report.updated_at if report else above.opened_at
        found.append(
            WaitingReport(
                step=STEPS[report.state if report else None],
                participant_id=line.participant.id,
                report_id=report.id if report else None,
                round_id=above.id,
                round_title=above.title,
                organisation_name=line.organisation_name,
                since=begun or line.participant.created_at,
                due_on=above.report_due_on,
            )
        )
    return found[:limit]


async def reports_to_review(
    session: AsyncSession, actor: Actor, limit: int
) -> Sequence[WaitingReport]:
    """Handed in to the rounds that the caller runs; one's own is another's to review."""
    query: Any = select(
        col(DutyReport.participant_id), col(DutyReport.id), col(DutyRound.id), col(DutyRound.title),
        col(Organisation.name), col(DutyReport.submitted_at),
    )  # fmt: skip
    query = (
        query.join(DutyRound, col(DutyRound.id) == col(DutyReport.round_id))
        .join(Organisation, col(Organisation.id) == col(DutyReport.organisation_id))
        .where(
            in_scope(actor, DutyRound, P.DUTY_REPORTS_REVIEW),
            col(DutyRound.state).in_(RUNNING),
            col(DutyReport.state) == DutyReportState.SUBMITTED,
        )
        .order_by(col(DutyReport.submitted_at), col(DutyReport.id))
        .limit(limit)
    )
    if actor.person_id is not None:
        query = query.where(col(DutyReport.person_id) != actor.person_id)
    found = (await session.execute(query)).all()
    return [
        WaitingReport(
            step=ReportStep.REVIEW, participant_id=participant_id, report_id=report_id,
            round_id=round_id, round_title=title, organisation_name=name, since=since, due_on=None,
        )
        for participant_id, report_id, round_id, title, name, since in found
    ]  # fmt: skip
