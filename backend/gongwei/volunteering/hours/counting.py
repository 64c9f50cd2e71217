"""From pairs of entry and exit to minutes. Knows no database, so that every rule of it can be tried
alone.

Whole minutes, floored for each pair. A moment counts once: of two spans of one person that overlap,
in one activity or in two, the one that began first keeps the time. A span that is only proposed
(until the planned end, where the exit is missing) yields to every other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from gongwei.volunteering.activities.models import MissingExit
from gongwei.volunteering.attendance.models import CheckInType

MOST_A_DAY = 24 * 60
"""Minutes."""


class HoursFlag(StrEnum):
    """What the verifier should look at, in the order in which flags are kept."""

    OVERLAP = "overlap"
    MISSING_EXIT = "missing_exit"
    MISSING_ENTRY = "missing_entry"
    MARKED_LATE = "marked_late"
    UNREVIEWED = "unreviewed"


@dataclass(frozen=True, slots=True)
class Planned:
    """The shift of a pair, and what becomes of its activity's entries without an exit."""

    starts_at: datetime
    ends_at: datetime
    break_minutes: int = 0
    missing_exit: MissingExit = MissingExit.NOTHING


@dataclass(frozen=True, slots=True)
class LateMark:
    """An entry or exit that a leader marked well after it happened, and why."""

    type: CheckInType
    occurred_at: datetime
    recorded_at: datetime
    reason: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry and an exit of one person, either of which may be missing. `reviewed`: nobody has
    to look at one of them before it counts. `late`: those of the two that were marked afterwards.
    """

    activity_id: UUID
    number: int
    entry: datetime | None
    exit: datetime | None
    planned: Planned
    reviewed: bool = True
    late: tuple[LateMark, ...] = ()

    @property
    def span(self) -> "Span | None":
        """The time that it claims; None where nothing is to be counted."""
        if not self.reviewed or self.entry is None:
            return None
        proposed = self.exit is None
        end = self.exit
        if end is None:
            if self.planned.missing_exit is MissingExit.NOTHING:
                return None
            end = self.planned.ends_at
        if end <= self.entry:
            return None
        return Span(proposed, self.entry, self.activity_id, self.number, end)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Time that a pair claims, in the order in which claims go before others."""

    proposed: bool
    start: datetime
    activity_id: UUID
    number: int
    end: datetime


@dataclass(frozen=True, slots=True)
class CountedPair:
    """A pair with what it gives, in minutes: `gross` from entry to `end`, less `overlap`, less
    `rest` (the break), is `minutes`.
    """

    pair: Pair
    end: datetime | None
    gross: int = 0
    overlap: int = 0
    rest: int = 0

    @property
    def minutes(self) -> int:
        return self.gross - self.overlap - self.rest


@dataclass(frozen=True, slots=True)
class Counted:
    """What a person's pairs of one activity and day give."""

    pairs: tuple[CountedPair, ...]
    minutes: int
    flags: tuple[HoursFlag, ...]

    @property
    def over(self) -> int:
        """Minutes beyond those of a day, which count for nothing."""
        return sum(one.minutes for one in self.pairs) - self.minutes

    def flagged(self, flag: HoursFlag) -> "Counted":
        """The same with one more flag."""
        return replace(self, flags=tuple(one for one in HoursFlag if one in {*self.flags, flag}))


def count(pairs: Sequence[Pair], elsewhere: Iterable[Span] = ()) -> Counted:
    """The minutes of one person, activity and day. `elsewhere`: what the person's pairs of other
    activities claim around that day.
    """
    own = sorted(pairs, key=lambda one: one.number)
    claims = [*elsewhere, *(one.span for one in own if one.span is not None)]
    counted = tuple(_counted(one, claims) for one in own)
    flags = {flag for one in counted for flag in _flags(one, claims)}
    total = min(sum(one.minutes for one in counted), MOST_A_DAY)
    return Counted(counted, total, tuple(flag for flag in HoursFlag if flag in flags))


def _counted(pair: Pair, claims: Sequence[Span]) -> CountedPair:
    span = pair.span
    if span is None:
        return CountedPair(pair, pair.exit)
    before = [one for one in claims if one < span and _meet(one, span)]
    lasted = span.end - span.start
    gross = _minutes(lasted)
    left = _minutes(lasted - _covered(span, before))
    whole = span.start <= pair.planned.starts_at and span.end >= pair.planned.ends_at
    rest = min(pair.planned.break_minutes, left) if whole else 0
    return CountedPair(pair, span.end, gross, gross - left, rest)


def _flags(counted: CountedPair, claims: Sequence[Span]) -> Iterable[HoursFlag]:
    pair, span = counted.pair, counted.pair.span
    if not pair.reviewed:
        yield HoursFlag.UNREVIEWED
        return
    if pair.entry is None:
        yield HoursFlag.MISSING_ENTRY
    elif pair.exit is None:
        yield HoursFlag.MISSING_EXIT
    if span is not None and any(one != span and _meet(one, span) for one in claims):
        yield HoursFlag.OVERLAP
    if pair.late:
        yield HoursFlag.MARKED_LATE


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _covered(span: Span, others: Iterable[Span]) -> timedelta:
    """How much of a span lies in any of the others."""
    covered, reached = timedelta(), span.start
    for one in sorted(others, key=lambda other: other.start):
        start, end = max(one.start, reached), min(one.end, span.end)
        if end > start:
            covered += end - start
            reached = end
    return covered


def _minutes(lasted: timedelta) -> int:
    return lasted // timedelta(minutes=1)


def flags_as_text(flags: Iterable[HoursFlag]) -> str:
    """As a row keeps them."""
    return " ".join(flags)


def flags_of_text(kept: str) -> list[HoursFlag]:
    """From a row's column."""
    return [HoursFlag(one) for one in kept.split()]
