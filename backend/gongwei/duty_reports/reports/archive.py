"""The duty reports that a person handed in, as a section of the archive."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.archives.sections import Column, Language, Line, Section, in_words, register_section
from gongwei.audit.rewinding import as_they_were
from gongwei.core import clock
from gongwei.duty_reports.reports.models import DutyComment, DutyReport, DutyReportState
from gongwei.duty_reports.reports.standing import rounds_above
from gongwei.duty_reports.reports.workflow import DUTY_REPORT
from gongwei.duty_reports.rounds.models import Direction

READ = Permission.DUTY_REPORTS_READ
DIRECTIONS: dict[Direction, tuple[str, str]] = {
    Direction.UPWARD: ("向上述职", "upward"),
    Direction.DOWNWARD: ("向下述职", "downward"),
}
LATE = ("逾期提交", "late")


async def report_lines(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Line]:
    """Every report handed in by the day, with the comments released until then."""
    query = (
        select(DutyReport, col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(DutyReport.organisation_id))
        .where(
            in_scope(reader, DutyReport, READ),
            col(DutyReport.person_id) == person_id,
            col(DutyReport.first_submitted_at) < clock.start_of(as_of + timedelta(days=1)),
        )
    )
    found = (await session.execute(query)).all()
    reports = [report for report, _ in found]
    then = await as_they_were(session, reports, ("state",), as_of)
    rounds = await rounds_above(session, reader, {report.round_id for report in reports})
    comments = await _comments(session, reader, reports, as_of)
    lines = []
    for report, organisation_name in found:
        day = clock.day_of(report.first_submitted_at)
        above = rounds[report.round_id]
        state = DutyReportState(then[report.id]["state"])
        cells = {
            "year": str(above.year),
            "direction": in_words(DIRECTIONS[above.direction], language),
            "organisation": organisation_name,
            "state": in_words(DUTY_REPORT.words[state], language),
            "late": in_words(LATE, language) if report.late else "",
            "comments": str(comments.get(report.id, 0)),
        }
        lines.append(Line(day, day, cells))
    return lines


async def _comments(
    session: AsyncSession, reader: Actor, reports: list[DutyReport], as_of: date
) -> dict[UUID, int]:
    query = (
        select(col(DutyComment.report_id), func.count())
        .where(
            in_scope(reader, DutyComment, READ),
            col(DutyComment.report_id).in_([report.id for report in reports]),
            col(DutyComment.released_at) < clock.start_of(as_of + timedelta(days=1)),
        )
        .group_by(col(DutyComment.report_id))
    )
    return {row[0]: row[1] for row in (await session.execute(query)).all()}


register_section(
    Section(
        code="duty_reports",
        order=55,
        title=("述职报告", "Duty reports"),
        columns=(
            Column("year", ("年度", "Year"), 0.8),
            Column("direction", ("类型", "Direction"), 1),
            Column("organisation", ("党组织", "Organisation"), 2.4),
            Column("state", ("状态", "State"), 1.1),
            Column("late", ("是否逾期", "Late"), 1),
            Column("comments", ("点评（条）", "Comments"), 1),
        ),
        permission=READ,
        empty=("没有述职报告。", "No duty reports are recorded."),
        rows=report_lines,
    )
)
