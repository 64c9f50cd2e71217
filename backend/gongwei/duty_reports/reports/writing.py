"""The text of a report: what may be written, and what it lacks before it can be handed in."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.core.errors import MALFORMED, FieldFault
from gongwei.duty_reports.reports.facts import facts_by_key
from gongwei.duty_reports.reports.models import DutyReport
from gongwei.duty_reports.reports.schemas import ReportParagraphIn
from gongwei.duty_reports.reports.standing import RoundAbove
from gongwei.files.models import FilePurpose, StoredFile


def write_sections(
    report: DutyReport,
    above: RoundAbove,
    given: Mapping[str, Sequence[ReportParagraphIn] | None],
) -> None:
    """Put paragraphs in the place of those that stood there. 422 for a section that the round does
    not ask for, and for a fact that nobody knows.
    """
    known = {section["key"] for section in above.report_sections}
    faults = [
        FieldFault(
            f"/sections/{key}", "unknown_section", "本次述职报告没有这个部分",
            "The round does not ask for such a section",
        )
        for key in given
        if key not in known
    ]  # fmt: skip
    facts = facts_by_key()
    faults += [
        FieldFault(
            f"/sections/{key}/{number}/fact", "unknown_fact", "没有这项系统数据",
            "There is no such fact",
        )
        for key, paragraphs in given.items()
        for number, one in enumerate(paragraphs or ())
        if one.fact is not None and one.fact not in facts
    ]  # fmt: skip
    _refuse(faults)
    written = {key: [one.model_dump() for one in given[key] or ()] for key in given}
    merged = {**report.sections, **written}
    if merged != report.sections:
        report.sections = merged


def refuse_empty(report: DutyReport, above: RoundAbove) -> None:
    """422 naming every section without a word in it."""
    _refuse(
        [
            FieldFault(
                f"/sections/{section['key']}", "missing",
                f"“{section['title']}”还没有内容，请填写后再提交",
                f"“{section['title']}” has no text yet. Write it, then submit",
            )
            for section in above.report_sections
            if not any(one["text"].strip() for one in report.sections.get(section["key"], []))
        ]
    )  # fmt: skip


async def attach(
    session: AsyncSession, actor: Actor, report: DutyReport, wanted: Sequence[UUID]
) -> None:
    """Attach files, once each and in order. 422 unless the caller may read every one."""
    ids = list(dict.fromkeys(wanted))
    query = visible(actor, StoredFile, Permission.FILES_READ).where(
        col(StoredFile.id).in_(ids), col(StoredFile.purpose) == FilePurpose.DOCUMENT
    )
    if len((await session.exec(query)).all() if ids else ()) != len(ids):
        _refuse(
            [
                FieldFault(
                    "/file_ids", "unknown_file", "其中有文件不存在或您无权查看",
                    "A file is not there",
                )
            ]
        )  # fmt: skip
    named = [str(one) for one in ids]
    if named != report.file_ids:
        report.file_ids = named


def _refuse(faults: Sequence[FieldFault]) -> None:
    if faults:
        raise MALFORMED(errors=tuple(faults), count=len(faults))
