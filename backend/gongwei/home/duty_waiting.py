"""What waits of the duty review: reports to write, given back, to review."""

from collections.abc import Sequence
from typing import Literal

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.duty_reports.reports.waiting import ReportStep, waiting_reports
from gongwei.home.schemas import WaitingOut

WORDS = {
    ReportStep.BEGIN: ("述职报告待撰写", "Duty report to write"),
    ReportStep.WRITE: ("述职报告待提交", "Duty report to submit"),
    ReportStep.REWRITE: ("述职报告被退回", "Duty report sent back"),
    ReportStep.REVIEW: ("述职报告待审核", "Duty report to review"),
}


async def waiting_duty(
    session: AsyncSession, actor: Actor, language: Literal["zh", "en"], lines: int
) -> Sequence[WaitingOut]:
    """In the caller's language, at most so many lines of each."""
    english = language == "en"
    found = []
    for one in await waiting_reports(session, actor, lines):
        words = WORDS[one.step]
        about = f"{one.round_title} ({one.organisation_name})"
        if not english:
            about = f"{one.round_title}（{one.organisation_name}）"
        found.append(
            WaitingOut(
                kind="duty_report",
                id=one.report_id or one.round_id,
                title=f"{words[1]}: {about}" if english else f"{words[0]}：{about}",
                since=one.since,
                due_on=one.due_on,
                path=f"/duty/reports/{one.report_id}"
                if one.report_id
                else f"/duty/rounds/{one.round_id}",
            )
        )
    return found
