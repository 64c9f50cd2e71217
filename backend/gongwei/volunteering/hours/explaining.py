"""How the minutes of an entry came about, line by line, to be added up by hand."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import whole_tree
from gongwei.access.scope import fetch, refuse_unready
from gongwei.core import clock
from gongwei.documents.description import Language
from gongwei.documents.words import day_in_words
from gongwei.volunteering.attendance.models import CheckInType
from gongwei.volunteering.hours.counting import (
    Counted,
    CountedPair,
    HoursFlag,
    LateMark,
    count,
    flags_of_text,
)
from gongwei.volunteering.hours.models import HoursKind, HoursState, VolunteerHours
from gongwei.volunteering.hours.pairs import PersonDay, claims_elsewhere, pairs_of
from gongwei.volunteering.hours.reading import READ, own_hours
from gongwei.volunteering.hours.schemas import HoursExplanationLineOut, HoursExplanationOut

WORDS = {
    "pair": ("第 {number} 次：{entry} 签到，{end} 签退", "No. {number}: in {entry}, out {end}"),
    "proposed": (
        "第 {number} 次：{entry} 签到，没有签退，按计划结束时间 {end} 计，须核实",
        "No. {number}: in {entry}, no exit; until the planned end {end}, to be confirmed",
    ),
    "no_exit": (
        "第 {number} 次：{entry} 签到，没有签退，不计时长",
        "No. {number}: in {entry}, no exit; not counted",
    ),
    "no_entry": (
        "第 {number} 次：{end} 签退，没有签到，不计时长",
        "No. {number}: out {end}, no entry; not counted",
    ),
    "unreviewed": (
        "第 {number} 次：签到或签退待核实，不计时长",
        "No. {number}: a check-in that nobody has looked at; not counted",
    ),
    CheckInType.ENTRY: (
        "其中签到是事后补记的：{day}登记，晚 {delay}。{reason}",
        "Its check-in was marked afterwards: on {day}, {delay} later. {reason}",
    ),
    CheckInType.EXIT: (
        "其中签退是事后补记的：{day}登记，晚 {delay}。{reason}",
        "Its check-out was marked afterwards: on {day}, {delay} later. {reason}",
    ),
    "reason": ("事由：{reason}", "Reason: {reason}"),
    "no_reason": ("没有写事由", "No reason was given"),
    "days": ("{count} 天", "{count} days"),
    "hours": ("{count} 小时", "{count} hours"),
    "minutes": ("{count} 分钟", "{count} minutes"),
    "overlap": ("减去与另一次签到重叠的时间", "Less the time that another check-in has already"),
    "meets": (
        "与另一条时长或另一次签到的时间重叠，没有扣减；请核对是不是同一次服务",
        "Overlaps another entry or check-in, nothing taken off: is it the same service?",
    ),
    "break": ("减去计划的休息", "Less the planned break"),
    "over_a_day": ("一天最多计 24 小时", "A day has 24 hours at most"),
    "late_entry": (
        "补录：{day}登记，服务后第 {delay} 天。事由：{reason}",
        "Late entry: written down on {day}, {delay} days after the service. Reason: {reason}",
    ),
    "adjusted": ("申诉后更正的差额", "Difference put right after a dispute"),
    "changed": ("签到记录此后有变动的差额", "Difference: check-ins that changed since"),
}


async def explain(
    session: AsyncSession, actor: Actor, hours_id: UUID, language: Language
) -> HoursExplanationOut:
    """The lines of one entry, for those in reach and for the person concerned."""
    refuse_unready(actor)
    row = await own_hours(session, actor, hours_id)
    if row is None:
        row = await fetch(session, actor, VolunteerHours, hours_id, read=READ)
    if row.kind is HoursKind.LATE_ENTRY:
        lines = [_late(row, language)]
    else:
        counted = await _counted(session, actor, row)
        lines = [line for one in counted.pairs for line in _of_pair(one, row, language)]
        if counted.over:
            lines.append(_line("over_a_day", "over_a_day", -counted.over, language))
    if HoursFlag.OVERLAP in flags_of_text(row.flags) and all(
        one.kind != "overlap" for one in lines
    ):
        lines.append(_line("overlap", "meets", 0, language))
    rest = row.minutes - sum(one.minutes for one in lines)
    if rest:
        said = "adjusted" if row.state is HoursState.ADJUSTED else "changed"
        lines.append(_line("decision", said, rest, language))
    return HoursExplanationOut(lines=lines, minutes=row.minutes)


async def _counted(session: AsyncSession, actor: Actor, row: VolunteerHours) -> Counted:
    """The pairs as they stand now; those of other activities tell no more than an overlap."""
    assert row.activity_id is not None
    day = PersonDay(row.person_id, row.day)
    async with whole_tree(session, actor):
        pairs = await pairs_of(session, row.activity_id, [row.person_id])
        elsewhere = await claims_elsewhere(session, row.activity_id, [day])
    return count(pairs.get(day, []), elsewhere.get(row.person_id, []))


def _of_pair(
    one: CountedPair, row: VolunteerHours, language: Language
) -> Iterator[HoursExplanationLineOut]:
    yield from _sum_of(one, row, language)
    for mark in one.pair.late:
        said = "reason" if mark.reason else "no_reason"
        yield _line(
            "marked_late", mark.type, 0, language,
            day=day_in_words(clock.day_of(mark.recorded_at), language),
            delay=_delay(mark, language), reason=_words(said, language, reason=mark.reason),
        )  # fmt: skip


def _delay(mark: LateMark, language: Language) -> str:
    """In days, hours or minutes: the largest of which there are at least two."""
    passed = mark.recorded_at - mark.occurred_at
    for unit, length in (("days", timedelta(days=1)), ("hours", timedelta(hours=1))):
        if passed >= 2 * length:
            return _words(unit, language, count=passed // length)
    return _words("minutes", language, count=passed // timedelta(minutes=1))


def _sum_of(
    one: CountedPair, row: VolunteerHours, language: Language
) -> Iterator[HoursExplanationLineOut]:
    pair = one.pair
    values = {
        "number": pair.number,
        "entry": _moment(pair.entry, row),
        "end": _moment(one.end, row),
    }
    if pair.span is None:
        said = "unreviewed"
        if pair.reviewed:
            said = "no_entry" if pair.entry is None else "no_exit"
        yield _line("not_counted", said, 0, language, **values)
        return
    kind = "proposed" if pair.exit is None else "pair"
    yield _line(kind, kind, one.gross, language, **values)
    if one.overlap:
        yield _line("overlap", "overlap", -one.overlap, language)
    if one.rest:
        yield _line("break", "break", -one.rest, language)


def _late(row: VolunteerHours, language: Language) -> HoursExplanationLineOut:
    entered = clock.day_of(row.recorded_at)
    delay = max((entered - row.day).days, 0)
    return _line(
        "late_entry", "late_entry", row.computed_minutes, language,
        day=day_in_words(entered, language), delay=delay, reason=row.reason or "",
    )  # fmt: skip


def _moment(moment: datetime | None, row: VolunteerHours) -> str:
    """The time of day in the committee's zone; with the date where it is another day."""
    if moment is None:
        return ""
    local = clock.local(moment)
    return f"{local:%H:%M}" if local.date() == row.day else f"{local:%Y-%m-%d %H:%M}"


def _line(
    kind: str, said: str, minutes: int, language: Language, **values: object
) -> HoursExplanationLineOut:
    return HoursExplanationLineOut.model_validate(
        {"kind": kind, "text": _words(said, language, **values), "minutes": minutes}
    )


def _words(said: str, language: Language, **values: object) -> str:
    return WORDS[said][1 if language == "en" else 0].format(**values)
