"""Entries and exits put together, and where the next one belongs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from gongwei.core import clock
from gongwei.volunteering.attendance.models import CheckIn, CheckInState, CheckInType
from gongwei.volunteering.attendance.problems import (
    ALREADY_CHECKED_IN,
    NOT_CHECKED_IN,
    TOO_MANY_PAIRS,
)

PAIRS_A_DAY: Final = 3


@dataclass(frozen=True)
class Pair:
    """One entry with its exit, either of which may be missing. `until`: when its shift takes no
    exit any more, as far as that was asked for.
    """

    activity_id: UUID
    person_id: UUID
    shift_id: UUID
    day: date
    number: int
    entry: CheckIn | None = None
    exit: CheckIn | None = None
    until: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.entry is not None and self.exit is None

    @property
    def needs_review(self) -> bool:
        marks = (self.entry, self.exit)
        return any(one is not None and one.state is CheckInState.NEEDS_REVIEW for one in marks)

    @property
    def minutes(self) -> int:
        """Whole minutes between an entry and an exit that both count."""
        if self.entry is None or self.exit is None or self.needs_review:
            return 0
        return (self.exit.occurred_at - self.entry.occurred_at) // timedelta(minutes=1)


def paired(
    check_ins: Iterable[CheckIn], until: Mapping[UUID, datetime] | None = None
) -> list[Pair]:
    """The pairs of these check-ins, of any number of people, in the order of their times. What was
    annulled is in none. `until` by shift, as in `Pair`.
    """
    found: dict[tuple[UUID, UUID, date, int], Pair] = {}
    for one in check_ins:
        if one.state is CheckInState.ANNULLED:
            continue
        key = (one.activity_id, one.person_id, one.day, one.pair)
        pair = found.get(key) or Pair(
            one.activity_id, one.person_id, one.shift_id, one.day, one.pair
        )
        if one.type is CheckInType.ENTRY:
            found[key] = replace(pair, entry=one, shift_id=one.shift_id)
        else:
            found[key] = replace(pair, exit=one)
    ends = until or {}
    pairs = (replace(pair, until=ends.get(pair.shift_id)) for pair in found.values())
    return sorted(pairs, key=lambda pair: (_began(pair), pair.is_open))


def _began(pair: Pair) -> datetime:
    mark = pair.entry or pair.exit
    assert mark is not None
    return mark.occurred_at


def minutes_of(pairs: Iterable[Pair]) -> int:
    """Whole minutes of the closed pairs, each rounded down."""
    return sum(pair.minutes for pair in pairs)


def covering(pairs: Sequence[Pair], at: datetime) -> Pair | None:
    """The pair that somebody is in at that moment: from its entry until just before its exit, so
    that who leaves may enter elsewhere in the same step. Where the exit is missing, until the next
    entry, or until the shift takes no exit any more.
    """
    before = [one for one in pairs if one.entry is not None and one.entry.occurred_at <= at]
    if not before:
        return None
    last = before[-1]
    assert last.entry is not None
    if last.exit is None:
        return last if last.until is None or at <= last.until else None
    return last if at < last.exit.occurred_at else None


def number_of_entry(pairs: Sequence[Pair], day: date, at: datetime) -> int:
    """The number of the pair that an entry at that moment begins or completes, among the person's
    pairs in the activity. Raises `already_checked_in`, also for the moment at which a pair began
    that has ended since, and `too_many_pairs`.
    """
    inside = covering(pairs, at) or _begun_at(pairs, at)
    if inside is not None and inside.entry is not None:
        since = inside.entry.occurred_at
        raise ALREADY_CHECKED_IN(
            time=clock.time_of_day(since), members={"occurred_at": since.isoformat()}
        )
    following = next((one for one in pairs if _began(one) > at), None)
    if following is not None and following.entry is None and following.day == day:
        return following.number  # the entry that its exit lost
    taken = {one.number for one in pairs if one.day == day}
    free = [number for number in range(1, PAIRS_A_DAY + 1) if number not in taken]
    if not free:
        raise TOO_MANY_PAIRS()
    return free[0]


def _begun_at(pairs: Sequence[Pair], at: datetime) -> Pair | None:
    entered = (one for one in pairs if one.entry is not None)
    return next((one for one in entered if _began(one) == at), None)


def pair_of_exit(pairs: Sequence[Pair], at: datetime) -> Pair:
    """The pair that an exit at that moment ends: the last that was begun by then. Raises
    `not_checked_in`.
    """
    before = [one for one in pairs if one.entry is not None and one.entry.occurred_at <= at]
    if not before or not before[-1].is_open:
        raise NOT_CHECKED_IN()
    return before[-1]
