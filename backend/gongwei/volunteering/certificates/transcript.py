"""A person's service on paper: recorded hours and late entries in two tables with two sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import NO_PERSON, as_oneself
from gongwei.access.scope import fetch, refuse_unready, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.documents.description import (
    Block,
    Facts,
    Heading,
    Language,
    Record,
    Remark,
    Table,
    TableRow,
)
from gongwei.documents.words import day_in_words
from gongwei.volunteering.certificates.reading import NAMELESS, READ
from gongwei.volunteering.certificates.wording import duration
from gongwei.volunteering.hours.counting import HoursFlag, flags_of_text
from gongwei.volunteering.hours.models import HoursKind, VolunteerHours
from gongwei.volunteering.hours.naming import FLAGS
from gongwei.volunteering.hours.sums import SETTLED

WORDS = {
    "title": ("志愿服务记录", "Record of Volunteer Service"),
    "as_of": ("截至 {day}，只列已核实的时长", "As of {day}, verified hours only"),
    "running": ("志愿服务记录　{name}", "Record of volunteer service: {name}"),
    "name": ("姓名", "Name"),
    "organisation": ("所在党组织", "Organisation"),
    "recorded": ("记录时长", "Recorded hours"),
    "late_entry": ("补录时长", "Late entries"),
    "times": ("{sum}（{count} 次）", "{sum} ({count} times)"),
    "recorded_part": ("一、记录时长", "Recorded hours"),
    "late_part": ("二、补录时长", "Late entries"),
    "recorded_note": (
        "由活动现场签到、签退计算，合计 {sum}。",
        "Computed from check-ins at the activities: {sum}.",
    ),
    "late_note": (
        "事后登记，合计 {sum}。两项合计不相加。",
        "Written down afterwards: {sum}. The two sums are not added up.",
    ),
    "none": ("没有记录。", "None."),
    "day": ("日期", "Date"),
    "service": ("活动", "Activity"),
    "time": ("时长", "Time"),
    "minutes": ("分钟", "Minutes"),
    "entered": ("登记日期", "Entered on"),
    "reason": ("补录事由", "Reason"),
    "verified": ("核实人", "Verified by"),
    "note": ("说明", "Note"),
    "file": ("志愿服务记录-{name}", "Volunteer-service-{name}"),
}  # fmt: skip


@dataclass(frozen=True)
class Transcript:
    """The document and what its file is called, without its ending."""

    document: Record
    name: str


async def transcript(
    session: AsyncSession, actor: Actor, person_id: UUID, language: Language
) -> Transcript:
    """Somebody's service as far as the caller's subtree has it. 404 outside of it; recorded."""
    person = await fetch(session, actor, Person, person_id, read=READ)
    record(session, actor, "volunteer_transcript.export", person)
    return await _described(session, actor, person, language)


async def own_transcript(session: AsyncSession, actor: Actor, language: Language) -> Transcript:
    """The caller's own service, wherever it stands in the tree. Raises `no_person` (409)."""
    refuse_unready(actor)
    if actor.person_id is None:
        raise NO_PERSON()
    async with as_oneself(session, actor) as oneself:
        person = await fetch(session, oneself, Person, actor.person_id, read=READ)
        return await _described(session, oneself, person, language)


async def _described(
    session: AsyncSession, reader: Actor, person: Person, language: Language
) -> Transcript:
    def said(key: str, **values: object) -> str:
        return WORDS[key][1 if language == "en" else 0].format(**values)

    query = visible(reader, VolunteerHours, READ).where(
        col(VolunteerHours.person_id) == person.id, col(VolunteerHours.state).in_(SETTLED)
    )
    ordered = query.order_by(col(VolunteerHours.day), col(VolunteerHours.id))
    rows = (await session.exec(ordered)).all()
    recorded = [one for one in rows if one.kind is HoursKind.RECORDED]
    late = [one for one in rows if one.kind is HoursKind.LATE_ENTRY]
    sums = [duration(sum(one.minutes for one in part), language) for part in (recorded, late)]
    places = visible(reader, Organisation, READ).where(
        col(Organisation.id) == person.organisation_id
    )
    place = (await session.exec(places)).first()
    facts = Facts(
        (
            (said("name"), person.name),
            (said("organisation"), place.name if place else NAMELESS),
            (said("recorded"), said("times", sum=sums[0], count=len(recorded))),
            (said("late_entry"), said("times", sum=sums[1], count=len(late))),
        )
    )
    blocks: list[Block] = [
        facts,
        Heading(said("recorded_part")),
        _recorded(recorded, language) if recorded else Remark(said("none")),
        Remark(said("recorded_note", sum=sums[0])),
        Heading(said("late_part")),
        _late(late, language) if late else Remark(said("none")),
        Remark(said("late_note", sum=sums[1])),
    ]
    document = Record(
        title=said("title"),
        subtitle=said("as_of", day=day_in_words(clock.today(), language)),
        running=said("running", name=person.name),
        blocks=tuple(blocks),
        language=language,
    )
    return Transcript(document, said("file", name=person.name))


def _heads(names: Sequence[str], language: Language) -> tuple[str, ...]:
    return tuple(WORDS[name][1 if language == "en" else 0] for name in names)


def _recorded(rows: Sequence[VolunteerHours], language: Language) -> Table:
    return Table(
        _heads(("day", "service", "time", "minutes", "verified"), language),
        (1.9, 3, 1.4, 0.7, 1.1),
        tuple(
            TableRow(
                (
                    day_in_words(one.day, language), one.title, duration(one.minutes, language),
                    str(one.minutes), one.verified_by_name or "",
                ),
                _marked_late(one, language),
            )
            for one in rows
        ),
    )  # fmt: skip


def _marked_late(row: VolunteerHours, language: Language) -> tuple[tuple[str, str], ...]:
    """What is said for ever of hours whose check-ins were written up afterwards."""
    if HoursFlag.MARKED_LATE not in flags_of_text(row.flags):
        return ()
    said = FLAGS[HoursFlag.MARKED_LATE][1 if language == "en" else 0]
    return ((_heads(("note",), language)[0], said),)


def _late(rows: Sequence[VolunteerHours], language: Language) -> Table:
    return Table(
        _heads(("day", "service", "time", "minutes", "entered", "verified"), language),
        (1.9, 1.9, 1.4, 0.7, 1.9, 1.1),
        tuple(
            TableRow(
                (
                    day_in_words(one.day, language), one.title, duration(one.minutes, language),
                    str(one.minutes), day_in_words(clock.day_of(one.recorded_at), language),
                    one.verified_by_name or "",
                ),
                ((_heads(("reason",), language)[0], one.reason or ""),),
            )
            for one in rows
        ),
    )  # fmt: skip
