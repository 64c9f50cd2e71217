"""The report of an inspection, assembled from what the team entered.

Who was interviewed and what was said never appears: interviews are counted by group.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, in_scope
from gongwei.audit.record import record
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
from gongwei.secretaries.inspections.models import (
    Facet,
    Inspection,
    InspectionState,
    Interview,
    InterviewGroup,
)
from gongwei.secretaries.inspections.naming import FACETS, FINDINGS, GROUPS
from gongwei.secretaries.naming import post_in_words, time_in_words
from gongwei.secretaries.nominations.models import Nomination
from gongwei.secretaries.posts import NAMELESS

READ = Permission.INSPECTIONS_READ

WORDS = {
    "title": ("考察报告", "Inspection report"),
    "draft": ("草稿，考察组尚未提交", "Draft, not yet reported"),
    "reported": ("考察组于{day}提交", "Reported on {day}"),
    "concluded": ("{day}作出结论", "Concluded on {day}"),
    "nominee": ("考察对象", "Nominee"),
    "organisation": ("拟任党组织", "Organisation"),
    "post": ("拟任职务", "Post"),
    "time": ("专职或兼职", "Full or part time"),
    "began": ("进点日期", "Began on"),
    "finding": ("考察结论", "Finding"),
    "none": ("未填写", "Not entered"),
    "team": ("考察组", "The team"),
    "role": ("分工", "Part"),
    "name": ("姓名", "Name"),
    "office": ("单位及职务", "Office"),
    "leader": ("组长", "leader"),
    "member": ("组员", "member"),
    "interviews": ("谈话情况", "Interviews"),
    "group": ("谈话对象", "Group"),
    "held": ("次数", "Interviews"),
    "people": ("人数", "People"),
    "total": ("合计", "Total"),
    "facets": ("德能勤绩廉评价", "The five facets"),
    "facet": ("方面", "Facet"),
    "score": ("评分", "Score"),
    "judgement": ("评价", "Judgement"),
    "strengths": ("主要优点", "Strengths"),
    "shortcomings": ("主要不足", "Shortcomings"),
    "conclusion": ("考察意见", "Conclusion"),
    "sign_leader": ("考察组组长：", "Team leader: "),
    "sign_member": ("考察组成员：", "Team member: "),
}


@dataclass(frozen=True)
class InspectionReport:
    """The report and what its file is called, without its ending."""

    document: Record
    name: str


async def inspection_report(
    session: AsyncSession, actor: Actor, inspection_id: UUID, language: Language
) -> InspectionReport:
    """The report as it stands. Taking it away is recorded. 404 outside the subtree."""
    inspection = await fetch(session, actor, Inspection, inspection_id, read=READ)
    query = (
        select(Nomination, col(Person.name), col(Organisation.name))
        .join(Organisation, col(Organisation.id) == col(Nomination.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Nomination.person_id))
        .where(in_scope(actor, Nomination, READ), col(Nomination.id) == inspection.nomination_id)
    )
    nomination, name, organisation_name = (await session.execute(query)).one()
    counts = await _interviews(session, actor, inspection)
    record(session, actor, "inspection.export", inspection, label=name or NAMELESS)
    said = _Words(language)
    title = said("title")
    facts = _facts(inspection, nomination, name or NAMELESS, organisation_name, said)
    document = Record(
        title=title,
        subtitle=_standing(inspection, said),
        running=f"{title}　{name or NAMELESS}",
        blocks=(facts, *_parts(inspection, counts, said)),
        language=language,
    )
    return InspectionReport(document, f"{title}-{name or NAMELESS}")


class _Words:
    """The words of the report in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        return self.of(WORDS[key]).format(**values)

    def of(self, words: tuple[str, str]) -> str:
        return words[self.language == "en"]


async def _interviews(
    session: AsyncSession, actor: Actor, inspection: Inspection
) -> Mapping[InterviewGroup, tuple[int, int]]:
    query = (
        select(col(Interview.group), func.count(), func.sum(col(Interview.people)))
        .where(in_scope(actor, Interview, READ), col(Interview.inspection_id) == inspection.id)
        .group_by(col(Interview.group))
    )
    found = (await session.execute(query)).all()
    return {group: (times, int(people)) for group, times, people in found}


def _standing(inspection: Inspection, said: _Words) -> str:
    if inspection.state is InspectionState.CONCLUDED:
        return said("concluded", day=day_in_words(inspection.concluded_on, said.language))
    if inspection.state is InspectionState.REPORTED:
        return said("reported", day=day_in_words(inspection.reported_on, said.language))
    return said("draft")


def _facts(
    inspection: Inspection, nomination: Nomination, name: str, place: str, said: _Words
) -> Facts:
    finding = said.of(FINDINGS[inspection.finding]) if inspection.finding else said("none")
    return Facts(
        (
            (said("nominee"), name),
            (said("post"), post_in_words(nomination.post, said.language)),
            (said("organisation"), place),
            (said("time"), time_in_words(nomination.full_time, said.language)),
            (said("began"), day_in_words(inspection.started_on, said.language)),
            (said("finding"), finding),
        )
    )


def _parts(
    inspection: Inspection, counts: Mapping[InterviewGroup, tuple[int, int]], said: _Words
) -> list[Block]:
    parts: list[Block] = [Heading(said("team")), _team(inspection, said)]
    parts += [Heading(said("interviews")), _counted(counts, said)]
    parts += [Heading(said("facets")), _facets(inspection, said)]
    for name in ("strengths", "shortcomings", "conclusion"):
        text: str = getattr(inspection, name)
        parts += [Heading(said(name)), Paragraphs(text) if text else Remark(said("none"))]
    members = [one for one in inspection.team if not one.get("leader")]
    parts.append(Signatures((said("sign_leader"), *(said("sign_member") for _ in members))))
    return parts


def _team(inspection: Inspection, said: _Words) -> Block:
    if not inspection.team:
        return Remark(said("none"))
    ordered = sorted(inspection.team, key=lambda one: not one.get("leader"))
    return Table(
        (said("role"), said("name"), said("office")),
        (1, 1.6, 4),
        tuple(
            TableRow((said("leader" if one.get("leader") else "member"), *_named(one)))
            for one in ordered
        ),
    )


def _named(member: Mapping[str, Any]) -> tuple[str, str]:
    return str(member.get("name") or ""), str(member.get("title") or "")


def _counted(counts: Mapping[InterviewGroup, tuple[int, int]], said: _Words) -> Table:
    rows = [
        TableRow((said.of(GROUPS[group]), *(str(n) for n in counts.get(group, (0, 0)))))
        for group in InterviewGroup
    ]
    sums = (sum(n[0] for n in counts.values()), sum(n[1] for n in counts.values()))
    rows.append(TableRow((said("total"), *(str(n) for n in sums))))
    return Table((said("group"), said("held"), said("people")), (2, 1, 1), tuple(rows))


def _facets(inspection: Inspection, said: _Words) -> Table:
    rows = []
    for facet in Facet:
        given = inspection.facets.get(facet.value) or {}
        score, text = str(given.get("score") or "—"), str(given.get("text") or "")
        rows.append(TableRow((said.of(FACETS[facet]), score, text)))
    return Table((said("facet"), said("score"), said("judgement")), (1.4, 1, 6), tuple(rows))
