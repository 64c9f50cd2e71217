"""Reports as they are shown: who may read the text, what the caller may do now."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.filters import matching
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope, visible
from gongwei.archives.sections import Language
from gongwei.core.errors import NOT_FOUND
from gongwei.duty_reports.reports.facts import Quotation, quotation_of, shown_facts, standings
from gongwei.duty_reports.reports.models import CommentState, DutyComment, DutyReport
from gongwei.duty_reports.reports.schemas import (
    DutyReportLineOut,
    DutyReportOut,
    DutyReportQuery,
    QuotationStanding,
    ReportFileOut,
    ReportParagraphOut,
    ReportRoundOut,
    ReportSectionOut,
)
from gongwei.duty_reports.reports.standing import (
    RoundAbove,
    allowed_actions,
    may_edit,
    reads_text,
    round_above,
    rounds_above,
)
from gongwei.files.models import StoredFile

READ = Permission.DUTY_REPORTS_READ
NAMELESS = "—"
"""For a person whose record the caller may not see."""


class ReportLine(NamedTuple):
    """A report with the names that stand around it."""

    report: DutyReport
    organisation_name: str
    name: str | None


def report_lines(actor: Actor) -> Select[Any]:
    """`ReportLine`s of the caller's subtree."""
    query: Any = select(DutyReport, col(Organisation.name), col(Person.name))
    found: Select[Any] = (
        query.join(Organisation, col(Organisation.id) == col(DutyReport.organisation_id))
        .outerjoin(Person, col(Person.id) == col(DutyReport.person_id))
        .where(in_scope(actor, DutyReport, READ))
    )
    return found


def narrowed(query: Select[Any], asked: DutyReportQuery) -> Select[Any]:
    for column, wanted in (
        (col(DutyReport.round_id), asked.round_id),
        (col(DutyReport.state), asked.state),
        (col(DutyReport.late), asked.late),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if asked.q:
        query = query.where(
            matching(asked.q, col(Person.search_text), col(Organisation.search_text))
        )
    return query


async def one_line(session: AsyncSession, actor: Actor, report_id: UUID) -> ReportLine:
    """The report with its names; 404 outside the subtree."""
    await session.flush()
    query = report_lines(actor).where(col(DutyReport.id) == report_id)
    row = (await session.execute(query)).first()
    if row is None:
        raise NOT_FOUND()
    return ReportLine(*row)


async def lines_out(
    session: AsyncSession, actor: Actor, lines: Sequence[ReportLine]
) -> list[DutyReportLineOut]:
    """A page of lines; what stands around them is looked up for the page alone."""
    rounds = await rounds_above(session, actor, {line.report.round_id for line in lines})
    counts = await comment_counts(session, actor, [line.report.id for line in lines])
    return [
        DutyReportLineOut(**_said(actor, line, rounds[line.report.round_id], counts))
        for line in lines
    ]


async def present(
    session: AsyncSession, actor: Actor, report_id: UUID, language: Language | None
) -> DutyReportOut:
    """The whole report, as far as the caller may read it; without the facts where no language is
    given for them.
    """
    line = await one_line(session, actor, report_id)
    report = line.report
    above = await round_above(session, actor, report.round_id)
    shown = reads_text(actor, report)
    return DutyReportOut(
        **_said(actor, line, above, await comment_counts(session, actor, [report.id])),
        sections=await sections_of(session, actor, report, above) if shown else {},
        report_sections=[ReportSectionOut.model_validate(one) for one in above.report_sections],
        facts=await shown_facts(session, actor, report, above, language) if language else None,
        files=await files_of(session, actor, report) if shown else [],
        text_withheld=not shown,
        saved_at=report.updated_at,
    )


def _said(
    actor: Actor, line: ReportLine, above: RoundAbove, counts: Mapping[UUID, int]
) -> dict[str, Any]:
    report = line.report
    fields = set(DutyReportLineOut.model_fields)
    return {
        **report.model_dump(include=fields),
        "round": ReportRoundOut.model_validate(above),
        "organisation_name": line.organisation_name,
        "name": line.name or NAMELESS,
        "comments_count": counts.get(report.id, 0),
        "allowed_actions": allowed_actions(actor, report, above),
        "editable": may_edit(actor, report, above),
    }


async def sections_of(
    session: AsyncSession, actor: Actor, report: DutyReport, above: RoundAbove
) -> dict[str, list[ReportParagraphOut]]:
    """The paragraphs of every section that the round asks for, in its order, each quotation with
    its standing.
    """
    found = await standings(session, actor, report, above)
    return {
        section["key"]: [_paragraph(one, found) for one in report.sections.get(section["key"], [])]
        for section in above.report_sections
    }


def _paragraph(
    kept: Mapping[str, Any], found: Mapping[Quotation, QuotationStanding]
) -> ReportParagraphOut:
    standing = found[quotation_of(kept)] if kept.get("fact") else None
    return ReportParagraphOut(text=kept["text"], fact=kept.get("fact"), standing=standing)


async def comment_counts(
    session: AsyncSession, actor: Actor, report_ids: Sequence[UUID]
) -> dict[UUID, int]:
    """Comments on each report that were released, or are the caller's own and not withdrawn."""
    shown = or_(
        col(DutyComment.state) == CommentState.RELEASED,
        (col(DutyComment.state) == CommentState.NOTED)
        & (col(DutyComment.author_id) == actor.user_id),
    )
    query = (
        select(col(DutyComment.report_id), func.count())
        .where(
            in_scope(actor, DutyComment, READ), among(col(DutyComment.report_id), report_ids), shown
        )
        .group_by(col(DutyComment.report_id))
    )
    return {row[0]: row[1] for row in (await session.execute(query)).all()}


async def files_of(session: AsyncSession, actor: Actor, report: DutyReport) -> list[ReportFileOut]:
    """The attached files in the order of the report, as far as the caller may read files."""
    ids = [UUID(one) for one in report.file_ids]
    query = visible(actor, StoredFile, Permission.FILES_READ).where(col(StoredFile.id).in_(ids))
    found = {file.id: file for file in (await session.exec(query)).all()} if ids else {}
    return [ReportFileOut.model_validate(found[one]) for one in ids if one in found]
