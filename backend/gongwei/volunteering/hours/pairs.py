"""Reading entries and exits as pairs."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select, true
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.dated import among
from gongwei.volunteering.activities.models import Activity, ActivityState, MissingExit, Shift
from gongwei.volunteering.attendance.judging import is_marked_late
from gongwei.volunteering.attendance.models import (
    CheckIn,
    CheckInMethod,
    CheckInState,
    CheckInType,
)
from gongwei.volunteering.hours.counting import LateMark, Pair, Planned, Span


class PersonDay(NamedTuple):
    """A person on a day, in one activity or in all."""

    person_id: UUID
    day: date


Served = tuple[UUID, UUID, date]
"""Activity, person and day: what has one row of recorded hours."""


class _Line(NamedTuple):
    """A check-in with what its shift and activity say."""

    activity_id: UUID
    person_id: UUID
    day: date
    pair: int
    type: CheckInType
    occurred_at: datetime
    state: CheckInState
    method: CheckInMethod
    recorded_at: datetime
    reason: str | None
    starts_at: datetime
    ends_at: datetime
    break_minutes: int
    missing_exit: MissingExit


@dataclass
class _Sides:
    """The entry and the exit of a pair, as far as they are there."""

    lines: dict[CheckInType, _Line] = field(default_factory=dict)

    def pair(self) -> Pair:
        entry, exit_ = self.lines.get(CheckInType.ENTRY), self.lines.get(CheckInType.EXIT)
        first = entry or exit_
        assert first is not None
        planned = Planned(
            first.starts_at, first.ends_at, first.break_minutes, MissingExit(first.missing_exit)
        )
        return Pair(
            activity_id=first.activity_id,
            number=first.pair,
            entry=entry.occurred_at if entry else None,
            exit=exit_.occurred_at if exit_ else None,
            planned=planned,
            reviewed=all(one.state == CheckInState.ACCEPTED for one in self.lines.values()),
            late=tuple(self._late()),
        )

    def _late(self) -> Iterator[LateMark]:
        for type_ in CheckInType:
            one = self.lines.get(type_)
            if one is not None and is_marked_late(
                CheckInMethod(one.method), one.occurred_at, one.recorded_at, one.reason
            ):
                yield LateMark(type_, one.occurred_at, one.recorded_at, one.reason)


async def pairs_of(
    session: AsyncSession, activity_id: UUID, person_ids: Collection[UUID] | None = None
) -> dict[PersonDay, list[Pair]]:
    """The pairs of an activity by person and day; of these people alone where they are named."""
    condition = col(CheckIn.activity_id) == activity_id
    if person_ids is not None:
        condition &= among(col(CheckIn.person_id), person_ids)
    found = _grouped(await _lines(session, condition))
    return {PersonDay(person_id, day): pairs for (_, person_id, day), pairs in found.items()}


async def claims_elsewhere(
    session: AsyncSession, activity_id: UUID, people: Iterable[PersonDay]
) -> dict[UUID, list[Span]]:
    """What these people's pairs of other activities claim around these days, by person.

    A day more on either side, because a pair may pass midnight.
    """
    others = await pairs_around(
        session, people, 1, condition=col(CheckIn.activity_id) != activity_id
    )
    found: dict[UUID, list[Span]] = {}
    for (_, person_id, _day), pairs in others.items():
        spans = [one.span for one in pairs]
        found.setdefault(person_id, []).extend(one for one in spans if one is not None)
    return found


async def pairs_around(
    session: AsyncSession, people: Iterable[PersonDay], beside: int, *,
    condition: ColumnElement[bool] | None = None,
) -> Mapping[Served, list[Pair]]:  # fmt: skip
    """The pairs of these people from so many days before the first of these days until so many
    after the last, of all activities that were not cancelled.
    """
    asked = list(people)
    if not asked:
        return {}
    days, more = [one.day for one in asked], timedelta(days=beside)
    lines = await _lines(
        session,
        among(col(CheckIn.person_id), {one.person_id for one in asked})
        & col(CheckIn.day).between(min(days) - more, max(days) + more)
        & (col(Activity.state) != ActivityState.CANCELLED)
        & (true() if condition is None else condition),
    )
    return _grouped(lines)


async def _lines(session: AsyncSession, condition: ColumnElement[bool]) -> list[_Line]:
    query: Any = select(
        col(CheckIn.activity_id), col(CheckIn.person_id), col(CheckIn.day), col(CheckIn.pair),
        col(CheckIn.type), col(CheckIn.occurred_at), col(CheckIn.state), col(CheckIn.method),
        col(CheckIn.recorded_at), col(CheckIn.reason), col(Shift.starts_at),
        col(Shift.ends_at), col(Shift.break_minutes), col(Activity.missing_exit),
    )  # fmt: skip
    query = (
        query.join(Shift, col(Shift.id) == col(CheckIn.shift_id))
        .join(Activity, col(Activity.id) == col(CheckIn.activity_id))
        .where(condition, col(CheckIn.state) != CheckInState.ANNULLED)
    )
    return [_Line(*row) for row in (await session.execute(query)).all()]


def _grouped(lines: Iterable[_Line]) -> Mapping[Served, list[Pair]]:
    sides: dict[Served, dict[int, _Sides]] = {}
    for line in lines:
        of_day = sides.setdefault((line.activity_id, line.person_id, line.day), {})
        of_day.setdefault(line.pair, _Sides()).lines[line.type] = line
    return {
        key: [by_number[number].pair() for number in sorted(by_number)]
        for key, by_number in sides.items()
    }
