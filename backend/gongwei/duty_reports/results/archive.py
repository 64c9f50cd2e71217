"""Published results of the duty review, as a section of the archive."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.archives.sections import (
    Column,
    Language,
    Line,
    Section,
    in_words,
    register_section,
)
from gongwei.core import clock
from gongwei.duty_reports.results.models import DutyResult, DutyResultRevision, DutyResultState
from gongwei.duty_reports.results.presentation import grade_title, places_of
from gongwei.duty_reports.results.suppression import shown_total
from gongwei.duty_reports.rounds.models import DutyRound

READ = Permission.DUTY_RESULTS_READ
WITHHELD = ("不公布", "not shown")
UNDATED = ("无记录", "not recorded")
"""In the place of the day of publication, for a past year's result that was imported."""


async def result_lines(
    session: AsyncSession, reader: Actor, person_id: UUID, as_of: date, language: Language
) -> list[Line]:
    """Of each review the result that was published last by the day; one without a day of
    publication is of the end of its year. The round belongs to an organisation above, which the
    reader may not see; a published result tells of it.
    """
    query: Any = (
        select(DutyResult, DutyRound, col(Organisation.name), DutyResultRevision)
        .join(DutyRound, col(DutyRound.id) == col(DutyResult.round_id))
        .join(Organisation, col(Organisation.id) == col(DutyResult.organisation_id))
        .outerjoin(
            DutyResultRevision,
            (col(DutyResultRevision.round_id) == col(DutyResult.round_id))
            & (col(DutyResultRevision.revision) == col(DutyResult.revision)),
        )
        .where(
            in_scope(reader, DutyResult, READ),
            col(DutyResult.person_id) == person_id,
            col(DutyResult.state) == DutyResultState.PUBLISHED,
        )
        .order_by(col(DutyResult.revision))
    )
    async with whole_tree(session, reader):
        found = (await session.execute(query)).all()
    lines: dict[UUID, Line] = {}
    for result, round_, organisation_name, revision in found:
        at = revision.published_at if revision else round_.published_at
        on = clock.day_of(at) if at else date(round_.year, 12, 31)
        if on > as_of:
            continue
        hidden = in_words(WITHHELD, language) if result.total_withheld else ""
        cells = {
            "year": str(round_.year),
            "round": round_.title,
            "organisation": organisation_name,
            "total": shown_total(result, places_of(round_)) or hidden,
            "grade": grade_title(round_, result.decided_grade) or "",
            "published_on": on.isoformat() if at else in_words(UNDATED, language),
        }
        lines[round_.id] = Line(on, clock.day_of(result.created_at), cells)
    return list(lines.values())


register_section(
    Section(
        code="duty_results",
        order=56,
        title=("述职评议结果", "Duty review results"),
        columns=(
            Column("year", ("年度", "Year"), 0.6),
            Column("round", ("述职评议", "Review"), 2.2),
            Column("organisation", ("党组织", "Organisation"), 2.2),
            Column("total", ("得分", "Total"), 0.8),
            Column("grade", ("等次", "Grade"), 0.8),
            Column("published_on", ("发布日期", "Published"), 1.2, dated=True),
        ),
        permission=READ,
        empty=("没有已发布的述职评议结果。", "No published result of a duty review."),
        rows=result_lines,
    )
)
