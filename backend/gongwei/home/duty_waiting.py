"""What waits of the duty review: reports to write, given back, to review."""

from collections.abc import Mapping, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.duty_reports.reports.waiting import (
    ReportStep,
    WaitingReport,
    reports_to_review,
)
from gongwei.home.schemas import WaitingOut
from gongwei.home.waiting_words import Language, Words, beside, said

WORDS: Mapping[ReportStep, Words] = {
    ReportStep.BEGIN: ("述职报告待撰写", "Duty report to write"),
    ReportStep.WRITE: ("述职报告待提交", "Duty report to submit"),
    ReportStep.REWRITE: ("述职报告被退回", "Duty report sent back"),
    ReportStep.REVIEW: ("述职报告待审核", "Duty report to review"),
}


def path_of(one: WaitingReport) -> str:
    """The report's page, or before there is one the round's, where it is begun."""
    return f"/duty/reports/{one.report_id}" if one.report_id else f"/duty/rounds/{one.round_id}"


async def waiting_duty(
    session: AsyncSession,
    actor: Actor,
    language: Language,
    lines: int,
    to_write: Sequence[WaitingReport],
) -> Sequence[WaitingOut]:
    """In the caller's language: `to_write`, the reports of which no task tells, and at most so many
    lines to review.
    """
    return [
        WaitingOut(
            kind="duty_report",
            id=one.report_id or one.round_id,
            title=said(
                WORDS[one.step], beside(one.round_title, one.organisation_name, language), language
            ),
            since=one.since,
            due_on=one.due_on,
            path=path_of(one),
        )
        for one in (*to_write, *await reports_to_review(session, actor, lines))
    ]
