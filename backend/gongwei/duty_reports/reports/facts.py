"""Facts beside a report: each feature registers what it knows of an organisation and its secretary.

Nothing here knows a feature. A feature above or beside imports this module, registers at import,
and `api.py` imports the module that registers.

Facts are of the organisation and the person that the report is of, whoever reads them, so they are
computed with the whole tree in view and shown to readers who hold the fact's permission. They are
as they were at the end of the report's last day, or today before it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import SEGMENT
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.archives.sections import Language, Words, in_words
from gongwei.core import clock
from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.duty_reports.reports.models import DutyReport
from gongwei.duty_reports.reports.schemas import FactOut, FactRowOut, QuotationStanding
from gongwei.duty_reports.reports.standing import RoundAbove

ROWS = 100
"""Rows that a fact shows; its value counts all of them."""
AS_OF = ("截至 {day}，由系统从业务记录汇总", "As of {day}, from the records of the system")
LANGUAGES: tuple[Language, Language] = ("zh", "en")


@dataclass(frozen=True)
class Subject:
    """Whose facts, and of when: what happened from `since` to `until`, as it stood on `as_of`."""

    organisation_id: UUID
    person_id: UUID
    year: int
    since: date
    until: date
    as_of: date


@dataclass(frozen=True)
class Computed:
    """A fact: one sentence to quote, and what it counts."""

    value: str
    rows: Sequence[FactRowOut] = ()


Compute = Callable[[AsyncSession, Actor, Subject, Language], Awaitable[Computed]]
"""(session, reader, subject, language); the reader may read everything, for it counts what the
readers of the fact may each know."""


@dataclass(frozen=True)
class Fact:
    """A kind of fact, shown to readers who hold `permission`, in the order of `order`."""

    key: str
    order: int
    title: Words
    permission: Permission
    compute: Compute


_facts: dict[str, Fact] = {}


def register_fact(fact: Fact) -> None:
    """Add a kind. Raises ValueError when its key is taken by another."""
    if _facts.setdefault(fact.key, fact) is not fact:
        raise ValueError(f"fact registered twice: {fact.key}")


def facts_by_key() -> dict[str, Fact]:
    """Every kind of fact, in order."""
    return dict(sorted(_facts.items(), key=lambda one: one[1].order))


def subject_of(report: DutyReport, above: RoundAbove) -> Subject:
    """The year of the round until the report's last day, or today before it."""
    as_of = min(clock.today(), above.report_due_on)
    return Subject(
        organisation_id=report.organisation_id,
        person_id=report.person_id,
        year=above.year,
        since=date(above.year, 1, 1),
        until=min(as_of, date(above.year, 12, 31)),
        as_of=as_of,
    )


async def shown_facts(
    session: AsyncSession, actor: Actor, report: DutyReport, above: RoundAbove, language: Language
) -> list[FactOut]:
    """The facts that this caller may read: as they were kept, or computed now."""
    known = facts_by_key()
    if report.facts is not None:
        return [
            FactOut.model_validate(kept[language])
            for kept in report.facts
            if kept["key"] in known and actor.may(known[kept["key"]].permission)
        ]
    wanted = [fact for fact in known.values() if actor.may(fact.permission)]
    return await _computed(session, actor, wanted, subject_of(report, above), language)


async def kept_facts(
    session: AsyncSession, actor: Actor, report: DutyReport, above: RoundAbove
) -> list[dict[str, Any]]:
    """Every fact as it stands now, in both languages, to be kept with the report."""
    subject, every = subject_of(report, above), list(facts_by_key().values())
    zh, en = [await _computed(session, actor, every, subject, language) for language in LANGUAGES]
    return [
        {"key": fact.key, "zh": one.model_dump(mode="json"), "en": other.model_dump(mode="json")}
        for fact, one, other in zip(every, zh, en, strict=True)
    ]


Quotation = tuple[str, str]
"""The key of a fact, and what a paragraph that quotes it says."""


async def standings(
    session: AsyncSession, actor: Actor, report: DutyReport, above: RoundAbove
) -> dict[Quotation, QuotationStanding]:
    """How every quotation of the report stands beside what the system says, in one language or the
    other. The one place that decides it; facts that nothing quotes are not computed.
    """
    quoted = {
        quotation_of(one)
        for paragraphs in report.sections.values()
        for one in paragraphs
        if one.get("fact")
    }
    known = facts_by_key()
    open_ = {one for one in quoted if one[0] in known and actor.may(known[one[0]].permission)}
    found: dict[Quotation, QuotationStanding] = dict.fromkeys(quoted - open_, "not_compared")
    for language in LANGUAGES:
        values = await _values(session, actor, report, above, open_, language) if open_ else set()
        found |= dict.fromkeys(open_ & values, "as_in_system")
        open_ -= values
    return found | dict.fromkeys(open_, "differs")


def quotation_of(paragraph: Mapping[str, Any]) -> Quotation:
    """What a stored paragraph quotes."""
    return paragraph["fact"], paragraph["text"].strip()


async def _values(
    session: AsyncSession, actor: Actor, report: DutyReport, above: RoundAbove,
    quoted: set[Quotation], language: Language,
) -> set[Quotation]:  # fmt: skip
    if report.facts is not None:
        return {(kept["key"], kept[language]["value"].strip()) for kept in report.facts}
    keys = {key for key, _ in quoted}
    wanted = [fact for key, fact in facts_by_key().items() if key in keys]
    subject = subject_of(report, above)
    made = await _computed(session, actor, wanted, subject, language)
    return {(fact.key, fact.value.strip()) for fact in made}


async def _computed(
    session: AsyncSession, actor: Actor, wanted: list[Fact], subject: Subject, language: Language
) -> list[FactOut]:
    everywhere = replace(actor, path=actor.path[:SEGMENT], permissions=frozenset(Permission))
    written = day_in_english if language == "en" else day_in_chinese
    detail = in_words(AS_OF, language).format(day=written(subject.as_of))
    found = []
    async with whole_tree(session, actor):
        for fact in wanted:
            made = await fact.compute(session, everywhere, subject, language)
            found.append(
                FactOut(
                    key=fact.key, title=in_words(fact.title, language), value=made.value,
                    detail=detail, rows=list(made.rows)[:ROWS],
                )
            )  # fmt: skip
    return found
