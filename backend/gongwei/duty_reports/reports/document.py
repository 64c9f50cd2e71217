"""A duty report on paper. What is quoted from the system is marked, and so is what came late;
comments are not printed.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.archives.sections import in_words
from gongwei.core import clock
from gongwei.documents.description import (
    Block,
    Facts,
    Heading,
    Language,
    Paragraphs,
    Record,
    Remark,
    Signatures,
    Table,
    TableRow,
)
from gongwei.documents.words import day_in_words
from gongwei.duty_reports.reports.facts import facts_by_key
from gongwei.duty_reports.reports.problems import TEXT_NOT_HANDED_IN
from gongwei.duty_reports.reports.schemas import DutyReportOut, FactOut, ReportParagraphOut
from gongwei.duty_reports.reports.service import read
from gongwei.duty_reports.reports.workflow import DUTY_REPORT

WORDS = {
    "title": ("述职报告", "Duty report"),
    "organisation": ("党组织", "Organisation"),
    "name": ("述职人", "Reported by"),
    "round": ("述职评议", "Round"),
    "submitted": ("提交日期", "Submitted"),
    "state": ("状态", "State"),
    "late": (
        "{day}（逾期提交，应于{due}前提交）",
        "{day} (late; it was due on {due})",
    ),
    "not_submitted": ("尚未提交", "not submitted yet"),
    "as_in_system": ("〔系统数据：{title}〕", "[system fact: {title}]"),
    "differs": (
        "〔引自系统数据“{title}”，文字与系统现有数据不同〕",
        "[from the system fact “{title}”, worded differently from what the system holds]",
    ),
    "not_compared": (
        "〔述职人注明引自系统数据“{title}”〕",
        "[said by the writer to be from the system fact “{title}”]",
    ),
    "empty": ("（无）", "(empty)"),
    "facts": ("附：系统数据", "Annex: facts from the system"),
    "facts_note": (
        "以下内容由系统从业务记录自动汇总，不由述职人填写。{as_of}。",
        "What follows was put together from the system's records and typed by nobody. {as_of}.",
    ),
    "fact": ("事项", "Fact"),
    "value": ("数据", "What the records say"),
    "files": ("附件：{names}", "Attachments: {names}"),
    "sign": ("述职人（签名）", "Reported by (signature)"),
}
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class PrintedReport:
    """The document, and what its file is called without the ending."""

    document: Record
    name: str


async def report_document(
    session: AsyncSession, actor: Actor, report_id: UUID, language: Language
) -> PrintedReport:
    """The report as one document. 403 `text_not_handed_in` for whom its text is not for yet."""
    report = await read(session, actor, report_id, language)
    if report.text_withheld:
        raise TEXT_NOT_HANDED_IN(place=report.organisation_name)
    title = _said("title", language)
    running = f"{title}　{report.organisation_name}　{report.name}"
    return PrintedReport(
        Record(
            title=title,
            subtitle=f"{report.round.title}　{report.organisation_name}　{report.name}",
            running=running,
            blocks=tuple(_blocks(report, language)),
            language=language,
        ),
        f"{title}-{report.organisation_name}-{report.name}-{report.round.year}",
    )


def _said(key: str, language: Language, **values: object) -> str:
    return in_words(WORDS[key], language).format(**values)


def _blocks(report: DutyReportOut, language: Language) -> list[Block]:
    blocks: list[Block] = [_head(report, language)]
    for number, section in enumerate(report.report_sections):
        blocks.append(Heading(_numbered(number, section.title, language)))
        paragraphs = [one for one in report.sections[section.key] if one.text]
        blocks += [Paragraphs(_marked(one, language)) for one in paragraphs]
        if not paragraphs:
            blocks.append(Remark(_said("empty", language)))
    if report.files:
        names = "、".join(file.name for file in report.files)
        blocks.append(Remark(_said("files", language, names=names)))
    blocks.append(Signatures((_said("sign", language),)))
    if report.facts:
        blocks += _annex(report.facts, language)
    return blocks


def _head(report: DutyReportOut, language: Language) -> Facts:
    state = in_words(DUTY_REPORT.words[report.state], language)
    return Facts(
        (
            (_said("name", language), report.name),
            (_said("state", language), state),
        ),
        (
            (_said("organisation", language), report.organisation_name),
            (_said("round", language), report.round.title),
            (_said("submitted", language), _submitted(report, language)),
        ),
    )


def _submitted(report: DutyReportOut, language: Language) -> str:
    if report.first_submitted_at is None:
        return _said("not_submitted", language)
    day = day_in_words(clock.day_of(report.first_submitted_at), language)
    if not report.late:
        return day
    return _said("late", language, day=day, due=day_in_words(report.round.report_due_on, language))


def _marked(paragraph: ReportParagraphOut, language: Language) -> str:
    """The text; a quotation with its standing, as the report answers it."""
    if paragraph.fact is None or paragraph.standing is None:
        return paragraph.text
    fact = facts_by_key().get(paragraph.fact)
    title = in_words(fact.title, language) if fact is not None else paragraph.fact
    return paragraph.text + _said(paragraph.standing, language, title=title)


def _annex(facts: list[FactOut], language: Language) -> list[Block]:
    rows = tuple(
        TableRow((fact.title, "\n".join([fact.value, *_rows(fact, language)]))) for fact in facts
    )
    return [
        Heading(_said("facts", language)),
        Remark(_said("facts_note", language, as_of=facts[0].detail)),
        Table((_said("fact", language), _said("value", language)), (1.0, 3.4), rows),
    ]


def _rows(fact: FactOut, language: Language) -> list[str]:
    return [
        "　".join(part for part in (day_in_words(row.on, language), row.title, row.value) if part)
        for row in fact.rows
    ]


def _numbered(number: int, title: str, language: Language) -> str:
    if language == "en" or number >= len(NUMERALS):
        return f"{number + 1}. {title}"
    return f"{NUMERALS[number]}、{title}"
