"""What lay on a phone without network counts by the time of its code, or a leader looks at it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from factories.service_days import HOUR, NINE
from gongwei.core.errors import Problem
from gongwei.volunteering.activities.models import Activity, ActivityState
from gongwei.volunteering.attendance.codes import step_of
from gongwei.volunteering.attendance.judging import (
    DeviceClock,
    is_marked_late,
    judge_scan,
    judge_word,
)
from gongwei.volunteering.attendance.models import CheckInMethod
from volunteering.attendance.doorway import Doorway, at, offline, told

SECOND = timedelta(seconds=1)
LATER = NINE + 2 * HOUR
STEP = step_of(NINE)


def judged(judge: Callable[[], object]) -> object:
    """The judgement's review reason (None: it counts), or the code of the refusal."""
    try:
        found = judge()
    except Problem as refusal:
        return refusal.errors[0].code if refusal.errors else refusal.code
    return getattr(found, "review")  # noqa: B009


SCANS: list[tuple[float | None, int | None, timedelta, str | None]] = [
    # seconds after the step began that the phone says it scanned; its offset in seconds; when it
    # arrives; and what becomes of it
    (0, 0, 2 * HOUR, None),
    (-30, 0, 2 * HOUR, None),
    (90, 0, 2 * HOUR, None),
    (-31, 0, 2 * HOUR, "time_mismatch"),
    (91, 0, 2 * HOUR, "time_mismatch"),
    (300, -300, 2 * HOUR, None),
    (-3600, 3600, 2 * HOUR, None),
    (300, 0, 2 * HOUR, "time_mismatch"),
    (0, None, 2 * HOUR, "no_trusted_time"),
    (300, None, 2 * HOUR, "no_trusted_time"),
    (0, 0, 24 * HOUR, None),
    (0, 0, 24 * HOUR + 20 * SECOND, "uploaded_late"),
    (None, None, 2 * HOUR, "code_expired"),
    (None, 0, 41 * SECOND, "code_expired"),
    (None, None, 39 * SECOND, None),
    (80, 0, 80 * SECOND, None),
    (600, 0, 600 * SECOND, "code_expired"),
    (600, None, 601 * SECOND, "code_expired"),
    (600, 0, 719 * SECOND, "code_expired"),
    (600, 0, 721 * SECOND, "time_mismatch"),
    (9000, 0, 2 * HOUR, "code_expired"),
    (None, None, -20 * SECOND, None),
    (None, None, -21 * SECOND, "clock_skew"),
    (0, 0, -41 * SECOND, "clock_skew"),
]


@pytest.mark.parametrize(("scanned", "offset", "arrives", "expected"), SCANS)
def test_a_scan_is_judged_by_its_code(
    scanned: float | None, offset: int | None, arrives: timedelta, expected: str | None
) -> None:
    clock = DeviceClock(
        None if scanned is None else NINE + scanned * SECOND,
        None if offset is None else offset * SECOND,
    )
    assert judged(lambda: judge_scan(STEP, clock, NINE + arrives)) == expected


@pytest.mark.parametrize("scanned", [-3600, 0, 50, 3600])
def test_its_time_is_never_the_phones(scanned: int) -> None:
    clock = DeviceClock(NINE + scanned * SECOND, timedelta())
    assert judge_scan(STEP, clock, LATER + HOUR).occurred_at == NINE


WORDS: list[tuple[float, tuple[float, int | None] | None, str | None, str | None]] = [
    # minutes before now that it happened; when the phone says it was marked, with its offset in
    # seconds; the reason; and what becomes of it
    (0, None, None, None),
    (-2, None, None, None),
    (-2.1, None, None, "clock_skew"),
    (15, None, None, None),
    (15.1, None, None, "missing"),
    (15.1, None, "补记", None),
    (7 * 24 * 60, None, "补记", None),
    (7 * 24 * 60 + 1, None, "补记", "enter_late"),
    (7 * 24 * 60 + 1, (7 * 24 * 60 + 1, 0), None, "enter_late"),
    (120, (120, 0), None, None),
    (120, (105, 0), None, None),
    (120, (104, 0), None, "missing"),
    (120, (120, None), None, "no_trusted_time"),
    (120, (123, 0), None, "time_mismatch"),
    (120, (180, 3600), None, None),
    (25 * 60, (25 * 60, 0), None, "uploaded_late"),
]


@pytest.mark.parametrize(("ago", "marked", "reason", "expected"), WORDS)
def test_a_leaders_word_needs_a_reason_when_it_comes_late(
    ago: float,
    marked: tuple[float, int | None] | None,
    reason: str | None,
    expected: str | None,
) -> None:
    clock = DeviceClock()
    if marked is not None:
        offset = None if marked[1] is None else marked[1] * SECOND
        clock = DeviceClock(at(-marked[0]), offset)
    activity = held(published_at=NINE - 30 * 24 * HOUR)
    assert judged(lambda: judge_word(at(-ago), clock, reason, NINE, activity)) == expected


def held(**values: Any) -> Activity:
    """An activity as the judgement looks at it."""
    given = {"state": ActivityState.COMPLETED, "published_at": NINE, **values}
    return Activity(
        organisation_id=UUID(int=1), number="HD1", title="清扫河道", place="东河", starts_at=NINE,
        ends_at=NINE + HOUR, **given,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("activity", "why"),
    [
        (held(state=ActivityState.SETTLED), "活动已经结算"),
        (held(published_at=NINE + HOUR), "这个时间活动还没有发布"),
    ],
)
def test_what_is_settled_or_was_not_published_then_is_entered_late(
    activity: Activity, why: str
) -> None:
    with pytest.raises(Problem) as refused:
        judge_word(NINE, DeviceClock(), "补记", NINE + 2 * HOUR, activity)
    said = f"{why}，不能再补记签到。确实参加了服务的，请在“志愿服务”的“时长核实”页用"
    assert refused.value.code == "enter_late"
    assert refused.value.detail("zh") == f"{said}“补录时长”登记，写明事由。"


def test_what_was_published_within_two_minutes_counts_as_published() -> None:
    activity = held(published_at=NINE + 2 * 60 * SECOND)
    assert judged(lambda: judge_word(NINE, DeviceClock(), None, NINE, activity)) is None


@pytest.mark.parametrize(
    ("method", "delay", "reason", "expected"),
    [
        ("list", 15, "补记", False),
        ("list", 16, "补记", True),
        ("personal_code", 16, "补记", True),
        ("list", 16, None, False),
        ("list", 24 * 60 + 1, None, True),
        ("personal_code", 24 * 60 + 1, None, False),
        ("scan", 24 * 60 + 1, "补记", False),
    ],
)
def test_a_word_that_was_given_afterwards_is_told_from_one_that_lay_on_a_phone(
    method: str, delay: int, reason: str | None, expected: bool
) -> None:
    assert is_marked_late(CheckInMethod(method), NINE, at(delay), reason) is expected


async def test_hours_without_network_are_taken(door: Doorway) -> None:
    body = door.scanned(now=NINE, **offline(NINE + 5 * SECOND))
    made = (await door.check_in("member", body, LATER)).json()
    expected = ("2026-11-28T01:00:00Z", "2026-11-28T03:00:00Z", "accepted", None)
    names = ("occurred_at", "recorded_at", "state", "review_reason")
    assert tuple(made[name] for name in names) == expected


async def test_what_needs_a_look_counts_once_it_is_accepted(door: Doorway) -> None:
    body = door.scanned(now=NINE, **offline(NINE, offset_ms=None))
    made = (await door.check_in("member", body, LATER)).json()
    assert (made["state"], made["review_reason"]) == ("needs_review", "no_trusted_time")
    left = (await door.scan(kind="exit", now=LATER)).json()
    assert left["minutes"] == 0
    accepted = await door.send(
        "secretary", "POST", f"check-ins/{made['id']}/actions/accept", now=LATER
    )
    assert (accepted.json()["state"], accepted.json()["minutes"]) == ("accepted", 120)


def when(door: Doorway, kind: str, now: datetime, seq: int) -> dict[str, object]:
    return door.scanned(kind, now, **offline(now, seq=seq))


async def test_an_order_that_contradicts_the_codes_needs_a_look(door: Doorway) -> None:
    first = await door.check_in("member", when(door, "entry", at(0), 7), LATER)
    last = await door.check_in("member", when(door, "exit", at(60), 6), LATER)
    assert (first.json()["review_reason"], last.json()["review_reason"]) == (None, "out_of_order")


async def test_the_order_of_the_phone_is_right_when_it_fits_the_codes(door: Doorway) -> None:
    last = await door.check_in("member", when(door, "entry", at(60), 8), LATER)
    first = await door.check_in("member", when(door, "entry", at(0), 6), LATER)
    between = await door.check_in("member", when(door, "exit", at(30), 7), LATER)
    assert [told(one) for one in (last, first, between)] == [(201, None)] * 3
    assert [one.json()["review_reason"] for one in (last, first, between)] == [None] * 3
