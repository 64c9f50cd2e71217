"""What the archive knows of the secretary: talks of the year, terms and posts. Features register
their sections there, so that nothing is counted in two ways.
"""

from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.archives.sections import Language, Line, in_words, sections
from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.duty_reports.reports.facts import Computed, Fact, Subject, register_fact
from gongwei.duty_reports.reports.schemas import FactRowOut

TALKS = ("本年接受谈话函询 {count} 次", "{count} talks and inquiries in the year")
NO_TALKS = ("本年没有谈话函询记录", "No talks are recorded in the year")
TERM = ("{place}{number}，应于{day}前换届", "{place}, {number}: next election due by {day}")
NO_TERM = ("没有任期记录", "No terms are recorded")
POST = ("{place}{post}，{day}起", "{post} of {place} since {day}")
NO_POST = ("没有任职记录", "No posts are recorded")


async def talks(
    session: AsyncSession, reader: Actor, subject: Subject, language: Language
) -> Computed:
    """Talks held with the secretary in the year, without what was said."""
    held = [
        line
        for line in await _lines(session, reader, "talks", subject, language)
        if subject.since <= line.occurred_on <= subject.until
    ]
    if not held:
        return Computed(in_words(NO_TALKS, language))
    rows = [
        FactRowOut(on=line.occurred_on, title=line.cells["kind"], value=line.cells["state"])
        for line in held
    ]
    return Computed(in_words(TALKS, language).format(count=len(held)), rows)


async def terms(
    session: AsyncSession, reader: Actor, subject: Subject, language: Language
) -> Computed:
    """Terms of office in which the secretary served; the sentence is about those that run."""
    found = await _lines(session, reader, "terms", subject, language)
    running = [line for line in found if not line.cells["ended_on"]]
    said = [
        in_words(TERM, language).format(
            place=line.cells["organisation"], number=line.cells["number"],
            day=_day(date.fromisoformat(line.cells["ends_on"]), language),
        )
        for line in running
    ]  # fmt: skip
    rows = [
        FactRowOut(
            on=line.occurred_on, title=f"{line.cells['organisation']} {line.cells['number']}",
            value=line.cells["state"],
        )
        for line in found
    ]  # fmt: skip
    return Computed(_joined(said, language) or in_words(NO_TERM, language), rows)


async def posts(
    session: AsyncSession, reader: Actor, subject: Subject, language: Language
) -> Computed:
    """Posts of the secretary; the sentence is about those held on the day."""
    found = await _lines(session, reader, "appointments", subject, language)
    held = [line for line in found if not _is_day(line.cells["to_on"])]
    said = [
        in_words(POST, language).format(
            place=line.cells["organisation"], post=line.cells["post"],
            day=_day(line.occurred_on, language),
        )
        for line in held
    ]  # fmt: skip
    rows = [
        FactRowOut(
            on=line.occurred_on, title=f"{line.cells['organisation']} {line.cells['post']}",
            value=line.cells["to_on"],
        )
        for line in found
    ]  # fmt: skip
    return Computed(_joined(said, language) or in_words(NO_POST, language), rows)


async def _lines(
    session: AsyncSession, reader: Actor, code: str, subject: Subject, language: Language
) -> list[Line]:
    """The lines of one section of the secretary's archive; none where nobody registered it."""
    section = next((one for one in sections() if one.code == code), None)
    if section is None:
        return []
    found = await section.rows(session, reader, subject.person_id, subject.as_of, language)
    return sorted(found, key=lambda line: line.occurred_on)


def _day(day: date, language: Language) -> str:
    return day_in_english(day) if language == "en" else day_in_chinese(day)


def _is_day(text: str) -> bool:
    return text[:1].isdigit()


def _joined(sentences: list[str], language: Language) -> str:
    return ("; " if language == "en" else "；").join(sentences)


register_fact(Fact("talks", 50, ("谈话函询", "Talks"), Permission.TALKS_READ, talks))
register_fact(Fact("terms", 60, ("任期", "Terms"), Permission.ORGANISATIONS_READ, terms))
register_fact(Fact("appointments", 70, ("任职", "Posts"), Permission.SECRETARIES_READ, posts))
