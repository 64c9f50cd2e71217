"""The notice by which a secretary learns the own result: own figures and the class's spread."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.narrowing import whole_tree
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.documents.description import (
    Block,
    Facts,
    Heading,
    Language,
    Paragraphs,
    Record,
    Remark,
    Table,
    TableRow,
)
from gongwei.documents.words import day_in_words
from gongwei.duty_reports.results.models import DutyResult, DutyResultRevision
from gongwei.duty_reports.results.own import classes_of
from gongwei.duty_reports.results.presentation import grade_title, is_published, places_of
from gongwei.duty_reports.results.problems import NOT_PUBLISHED
from gongwei.duty_reports.results.reading import Known, known_result
from gongwei.duty_reports.results.schemas import SpreadOut
from gongwei.duty_reports.results.spread import spread_of_group, spread_of_totals
from gongwei.duty_reports.results.suppression import shown_groups, shown_total

DASH = "—"
WORDS = {
    "title": ("述职评议结果反馈通知", "Notice of the result of the duty review"),
    "round": ("述职评议", "Review"),
    "organisation": ("所在党组织", "Organisation"),
    "name": ("姓名", "Name"),
    "total": ("综合得分", "Total"),
    "grade": ("等次", "Grade"),
    "published": ("发布日期", "Published"),
    "revision": ("版次", "Revision"),
    "sha": ("结果校验值（SHA-256）", "SHA-256 of the results"),
    "reason": ("等次说明", "Reason of the decision"),
    "groups": ("各评议主体得分", "Scores by rater group"),
    "group": ("评议主体", "Group"),
    "score": ("得分", "Score"),
    "sheets": ("票数", "Sheets"),
    "class": ("全体：最低 / 中位 / 最高", "Everybody: lowest / median / highest"),
    "all": ("综合得分", "Total"),
    "withheld": ("不公布", "not shown"),
    "missing": ("票数不足", "too few sheets"),
    "remark": (
        "“不公布”：少于 5 人的投票以及可以据以推算的数，为保护投票人不列出。",
        (
            "“Not shown”: votes of fewer than five people, and what they could be computed from, "
            "to protect the voters."
        ),
    ),
    "objecting": (
        "对结果有异议的，可在系统“我的述职结果”中提出，由另一人核查并答复。",
        (
            "If you object to the result, say so under “My results”; another person examines it "
            "and answers."
        ),
    ),
    "file": ("述职评议结果-{name}-{year}", "Duty-result-{name}-{year}"),
}


@dataclass(frozen=True)
class Notice:
    """The document and what its file is called, without its ending."""

    document: Record
    name: str


async def notice(
    session: AsyncSession, actor: Actor, round_id: UUID, organisation_id: UUID, language: Language
) -> Notice:
    """For the person concerned, and for those who run the round, whose taking it away is recorded.

    409 `results_not_published`.
    """
    known = await known_result(session, actor, round_id, organisation_id)
    result = known.line.result
    if not is_published(result):
        raise NOT_PUBLISHED(title=known.round.title)
    if actor.person_id is None or actor.person_id != result.person_id:
        record(session, actor, "duty_result.export", result, label=known.line.name)
    async with whole_tree(session, actor):
        beside = (await classes_of(session, [result]))[result.round_id, result.revision]
        issuer = await session.get_one(Organisation, known.round.organisation_id)
        frozen = select(DutyResultRevision).where(
            DutyResultRevision.round_id == result.round_id,
            col(DutyResultRevision.revision) == result.revision,
        )
        revision = (await session.exec(frozen)).first()
    return _described(known, beside, issuer.name, revision, language)


def _described(
    known: Known, beside: list[DutyResult], issuer: str, revision: DutyResultRevision | None,
    language: Language,
) -> Notice:  # fmt: skip
    def said(key: str, **values: object) -> str:
        return WORDS[key][1 if language == "en" else 0].format(**values)

    line, round_ = known.line, known.round
    blocks: list[Block] = [_facts(known, revision, language), Heading(said("groups"))]
    blocks += [_table(known, beside, language), Remark(said("remark"))]
    if line.result.decision_reason:
        blocks += [Heading(said("reason")), Paragraphs(line.result.decision_reason)]
    blocks += [Paragraphs(said("objecting")), Paragraphs(issuer)]
    document = Record(
        title=said("title"), subtitle=round_.title, running=f"{round_.title} {line.name}",
        blocks=tuple(blocks), language=language,
    )  # fmt: skip
    return Notice(document, said("file", name=line.name, year=round_.year))


def _facts(known: Known, revision: DutyResultRevision | None, language: Language) -> Facts:
    def said(key: str) -> str:
        return WORDS[key][1 if language == "en" else 0]

    line, round_ = known.line, known.round
    at = revision.published_at if revision else round_.published_at
    total = shown_total(line.result, places_of(round_))
    hidden = said("withheld") if line.result.total_withheld else DASH
    pairs = (
        (said("name"), line.name),
        (said("grade"), grade_title(round_, line.result.decided_grade) or DASH),
        (said("total"), total or hidden),
        (said("published"), day_in_words(clock.day_of(at), language) if at else DASH),
        (said("revision"), str(line.result.revision)),
    )
    wide = [(said("organisation"), line.organisation_name)]
    if revision is not None:
        wide.append((said("sha"), revision.sha256))
    return Facts(pairs, tuple(wide))


def _table(known: Known, beside: list[DutyResult], language: Language) -> Table:
    def said(key: str) -> str:
        return WORDS[key][1 if language == "en" else 0]

    result, places = known.line.result, places_of(known.round)
    rows = []
    for one in shown_groups(result, places):
        score = one["score"] or said("missing" if one["missing"] else "withheld")
        sheets = "" if one["sheets"] is None else str(one["sheets"])
        spread = spread_of_group(beside, one["key"], places)
        rows.append(TableRow((one["title"], score, sheets, _class(spread))))
    total = shown_total(result, places) or (said("withheld") if result.total_withheld else DASH)
    rows.append(TableRow((said("all"), total, "", _class(spread_of_totals(beside, places)))))
    heads = (said("group"), said("score"), said("sheets"), said("class"))
    return Table(heads, (2.4, 1.2, 0.8, 2.6), tuple(rows))


def _class(spread: SpreadOut | None) -> str:
    if spread is None:
        return DASH
    return f"{spread.lowest} / {spread.median} / {spread.highest}"
