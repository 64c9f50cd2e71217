"""From pairs to minutes: each rule, and what holds whatever people did."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.service_hours import at
from gongwei.volunteering.activities.models import MissingExit, Shift
from gongwei.volunteering.attendance.models import CheckInType
from gongwei.volunteering.hours.approvals import level_of
from gongwei.volunteering.hours.counting import (
    Counted,
    HoursFlag,
    LateMark,
    Pair,
    Planned,
    Span,
    count,
)
from gongwei.volunteering.hours.models import ApprovalLevel
from gongwei.volunteering.hours.planned import planned_minutes

HERE, THERE = UUID(int=1), UUID(int=2)
MORNING = Planned(at("09:00"), at("12:00"), break_minutes=15)
UNTIL_PLANNED = Planned(at("09:00"), at("12:00"), 0, MissingExit.PLANNED_END)


def pair(
    entry: str | None, exit_: str | None, number: int = 1, planned: Planned = MORNING,
    activity_id: UUID = HERE, *, reviewed: bool = True,
) -> Pair:  # fmt: skip
    return Pair(
        activity_id, number, at(entry) if entry else None, at(exit_) if exit_ else None, planned,
        reviewed,
    )  # fmt: skip


def elsewhere(start: str, end: str) -> Span:
    return Span(False, at(start), THERE, 1, at(end))


def found(counted: Counted) -> tuple[int, list[HoursFlag]]:
    return counted.minutes, list(counted.flags)


def test_a_pair_within_the_shift_gives_its_whole_minutes() -> None:
    assert found(count([pair("09:10", "11:40")])) == (150, [])


def test_seconds_are_left_aside_for_each_pair() -> None:
    starts = [at("09:00"), at("10:00"), at("11:00")]
    short = [
        Pair(HERE, number, start, start + timedelta(seconds=59), MORNING)
        for number, start in enumerate(starts, start=1)
    ]
    assert count(short).minutes == 0


def test_the_break_goes_off_a_pair_that_spans_the_whole_shift() -> None:
    assert found(count([pair("08:50", "12:00")])) == (175, [])
    assert found(count([pair("09:01", "12:00")])) == (179, [])


def test_an_entry_without_an_exit_gives_nothing_or_the_planned_end_and_is_flagged() -> None:
    assert found(count([pair("09:30", None)])) == (0, [HoursFlag.MISSING_EXIT])
    proposed = count([pair("09:30", None, planned=UNTIL_PLANNED)])
    assert found(proposed) == (150, [HoursFlag.MISSING_EXIT])


def test_an_exit_without_an_entry_gives_nothing_and_is_flagged() -> None:
    assert found(count([pair(None, "12:00")])) == (0, [HoursFlag.MISSING_ENTRY])


def test_what_nobody_has_looked_at_gives_nothing_and_is_flagged() -> None:
    assert found(count([pair("09:00", "12:00", reviewed=False)])) == (0, [HoursFlag.UNREVIEWED])


def test_what_was_marked_afterwards_counts_and_is_flagged() -> None:
    mark = LateMark(CheckInType.ENTRY, at("09:00"), at("12:30"), "手机没电")
    marked = replace(pair("09:00", "12:00"), late=(mark,))
    assert found(count([marked])) == (165, [HoursFlag.MARKED_LATE])
    assert found(count([replace(marked, reviewed=False)])) == (0, [HoursFlag.UNREVIEWED])


def test_time_that_began_earlier_elsewhere_is_not_counted_again() -> None:
    counted = count([pair("09:30", "11:30")], [elsewhere("09:00", "10:00")])
    assert found(counted) == (90, [HoursFlag.OVERLAP])


def test_time_that_began_earlier_here_stays_and_is_flagged() -> None:
    counted = count([pair("09:30", "11:30")], [elsewhere("10:00", "12:00")])
    assert found(counted) == (120, [HoursFlag.OVERLAP])


def test_proposed_time_yields_to_every_pair_that_is_closed() -> None:
    proposed = [pair("09:00", None, planned=UNTIL_PLANNED)]
    counted = count(proposed, [elsewhere("10:00", "11:00")])
    assert found(counted) == (120, [HoursFlag.OVERLAP, HoursFlag.MISSING_EXIT])


def test_a_pair_past_midnight_counts_on_the_day_of_its_entry() -> None:
    assert count([pair("22:00", "25:30")]).minutes == 210


def test_a_day_has_no_more_than_its_minutes() -> None:
    counted = count([pair("00:00", "30:00")])
    assert (counted.minutes, counted.over) == (1440, 345)


@pytest.mark.parametrize(
    ("minutes", "level"),
    [
        (480, ApprovalLevel.OWN),
        (481, ApprovalLevel.PARENT),
        (720, ApprovalLevel.PARENT),
        (721, ApprovalLevel.COMMITTEE),
    ],
)
def test_more_than_8_hours_wait_for_the_parent_and_more_than_12_for_the_committee(
    minutes: int, level: ApprovalLevel
) -> None:
    assert level_of(minutes) == level


def shift(begins: str, ends: str, rest: int = 0) -> Shift:
    return Shift(
        organisation_id=HERE, activity_id=HERE, post="岗", starts_at=at(begins),
        ends_at=at(ends), break_minutes=rest,
    )  # fmt: skip


def test_the_planned_time_counts_shifts_at_the_same_time_once() -> None:
    assert planned_minutes([shift("09:00", "12:00", 15)]) == 165
    both = [shift("09:00", "12:00", 15), shift("10:00", "13:00")]
    assert planned_minutes(both) == 240
    assert planned_minutes([shift("09:00", "12:00"), shift("14:00", "17:00")]) == 360
    assert planned_minutes([]) == 0


START = at("00:00")
moments = st.integers(0, 30 * 3600).map(lambda seconds: START + timedelta(seconds=seconds))


@st.composite
def people_days(draw: st.DrawFn) -> dict[UUID, list[Pair]]:
    """One person's pairs of one day in up to three activities."""
    found: dict[UUID, list[Pair]] = {}
    for activity in range(draw(st.integers(1, 3))):
        activity_id = UUID(int=activity + 1)
        begins, ends = sorted((draw(moments), draw(moments)))
        rest = draw(st.integers(0, 90))
        missing = draw(st.sampled_from(MissingExit))
        planned = Planned(begins, ends, rest, missing)
        found[activity_id] = [
            Pair(activity_id, number, *draw(_ends()), planned, draw(st.integers(0, 9)) > 0)
            for number in range(1, draw(st.integers(1, 3)) + 1)
        ]
    return found


def _ends() -> st.SearchStrategy[tuple[datetime | None, datetime | None]]:
    both = st.tuples(moments, moments).map(lambda two: (min(two), max(two)))
    one = st.one_of(st.tuples(moments, st.none()), st.tuples(st.none(), moments))
    return st.one_of(both, both, both, one)


def counted_each(day: dict[UUID, list[Pair]]) -> dict[UUID, Counted]:
    """Every activity of the day counted by itself, as at its own completion."""
    spans = {key: [one.span for one in pairs if one.span is not None] for key, pairs in day.items()}
    return {
        key: count(pairs, [span for other in day if other != key for span in spans[other]])
        for key, pairs in day.items()
    }


def union(spans: Sequence[Span]) -> timedelta:
    """How much time lies in any of the spans, by a plain sweep over seconds' bounds."""
    bounds = sorted({bound for span in spans for bound in (span.start, span.end)})
    covered = timedelta()
    for start, end in pairwise(bounds):
        if any(span.start <= start and end <= span.end for span in spans):
            covered += end - start
    return covered


@settings(max_examples=300, deadline=None)
@given(people_days())
def test_no_moment_counts_twice_whatever_somebody_did(day: dict[UUID, list[Pair]]) -> None:
    counted = counted_each(day)
    spans = [one.span for pairs in day.values() for one in pairs if one.span is not None]
    given_in_all = sum(one.minutes for one in counted.values())
    rests = sum(pair.rest for one in counted.values() for pair in one.pairs)
    over = sum(one.over for one in counted.values())
    present = union(spans) / timedelta(minutes=1)
    # Less than a minute is lost for each span, and nothing else.
    assert given_in_all + rests + over <= present
    assert given_in_all + rests + over > present - len(spans) - 1


@settings(max_examples=300, deadline=None)
@given(people_days())
def test_what_cannot_be_credited_unseen_is_always_flagged(day: dict[UUID, list[Pair]]) -> None:
    for key, counted in counted_each(day).items():
        doubtful = any(
            not one.reviewed or one.entry is None or one.exit is None for one in day[key]
        )
        marked = set(counted.flags) & {
            HoursFlag.MISSING_EXIT,
            HoursFlag.MISSING_ENTRY,
            HoursFlag.UNREVIEWED,
        }
        assert bool(marked) == doubtful
        assert all(one.overlap == 0 for one in counted.pairs) or HoursFlag.OVERLAP in counted.flags


@settings(max_examples=300, deadline=None)
@given(people_days())
def test_the_lines_add_up_and_none_is_negative(day: dict[UUID, list[Pair]]) -> None:
    for counted in counted_each(day).values():
        assert all(one.minutes >= 0 for one in counted.pairs)
        assert sum(one.minutes for one in counted.pairs) == counted.minutes + counted.over
        assert 0 <= counted.minutes <= 1440
