"""When something at the door happened, and whether that can be trusted.

A scan is trusted by its code: whoever scanned the code of a step was there in that step. What the
phone says about its clock decides only whether a scan that arrives later was made when the code
was shown, and is never itself the time. A leader who marks somebody gives a word instead.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from gongwei.core.routing import one_fault
from gongwei.volunteering.activities.models import Activity, ActivityState
from gongwei.volunteering.attendance.codes import start_of_step, step_of
from gongwei.volunteering.attendance.models import CheckInMethod, ReviewReason
from gongwei.volunteering.attendance.problems import (
    BEFORE_PUBLISHED,
    CLOCK_SKEW,
    CODE_AHEAD,
    CODE_EXPIRED,
    ENTER_LATE,
    IS_SETTLED,
    LONG_AGO,
    WORD_AHEAD,
)

R = ReviewReason

STEPS_OFF: Final = 1
"""Steps by which a code may differ from the server's own and still be the present one."""
SCANNED_BEFORE: Final = timedelta(seconds=30)
SCANNED_AFTER: Final = timedelta(seconds=90)
"""How far from its step's start a code can have been scanned, by the phone's corrected clock."""
KEPT_ON_THE_PHONE: Final = timedelta(hours=24)
"""What lay on a phone for longer is looked at by somebody."""
AT_ONCE: Final = timedelta(minutes=2)
"""What was scanned so little ago can be scanned again, so an old code is refused."""
AHEAD: Final = timedelta(minutes=2)
LATE: Final = timedelta(minutes=15)
"""A word given later than this after the event needs a reason."""
MARKED_WITHIN: Final = timedelta(days=7)
"""What a leader says of longer ago is no attendance any more but a late entry of hours."""


@dataclass(frozen=True)
class DeviceClock:
    """What a phone says of its clock when it scanned; `offset` is what corrects it."""

    captured_at: datetime | None = None
    offset: timedelta | None = None

    @property
    def claimed(self) -> datetime | None:
        """The time of the scan, corrected as far as the phone could."""
        if self.captured_at is None:
            return None
        return self.captured_at + (self.offset or timedelta())


@dataclass(frozen=True)
class Judgement:
    """When it happened, and what keeps it from counting until somebody has looked."""

    occurred_at: datetime
    review: ReviewReason | None = None
    late: bool = False
    """Whether it arrived when the code was no longer shown."""


def judge_scan(step: int, clock: DeviceClock, now: datetime) -> Judgement:
    """A scan of the code of `step` that arrives `now`.

    It happened at the start of its step: the server's own clock, whatever the phone says. Raises
    `code_expired` for an old code that was not kept on a phone without network, `clock_skew` for
    one that is not to be shown yet.
    """
    shown_at, behind = start_of_step(step), step_of(now) - step
    if behind < -STEPS_OFF:
        raise CLOCK_SKEW(what=CODE_AHEAD)
    if behind <= STEPS_OFF:
        return Judgement(min(shown_at, now))
    if clock.claimed is None:
        raise CODE_EXPIRED()
    if not shown_at - SCANNED_BEFORE <= clock.claimed <= shown_at + SCANNED_AFTER:
        if now - clock.claimed <= AT_ONCE:
            raise CODE_EXPIRED()
        review = R.TIME_MISMATCH if clock.offset is not None else R.NO_TRUSTED_TIME
        return Judgement(shown_at, review, late=True)
    return Judgement(shown_at, _untrusted(shown_at, clock, now), late=True)


def judge_word(
    occurred_at: datetime, clock: DeviceClock, reason: str | None, now: datetime,
    activity: Activity,
) -> Judgement:  # fmt: skip
    """What a leader marked: it happened when the leader says, but not in the future.

    A mark of more than 15 minutes ago needs a reason, unless it lay on a phone without network
    since (422). Raises `clock_skew` for a time more than two minutes ahead, and `enter_late` where
    only a late entry of hours is left.
    """
    if occurred_at > now + AHEAD:
        raise CLOCK_SKEW(what=WORD_AHEAD)
    happened = min(occurred_at, now)
    _refuse_written_up(happened, now, activity)
    if now - happened <= LATE or reason is not None:
        return Judgement(happened)
    if clock.claimed is None or clock.claimed - happened > LATE:
        raise one_fault(
            "/reason", "missing", "已超过 15 分钟，请写明补记的理由",
            "More than 15 minutes ago: say why it is entered now",
        )  # fmt: skip
    if clock.offset is not None and happened - clock.claimed > AHEAD:
        return Judgement(happened, R.TIME_MISMATCH, late=True)
    return Judgement(happened, _untrusted(happened, clock, now), late=True)


def _refuse_written_up(happened: datetime, now: datetime, activity: Activity) -> None:
    """Attendance is taken while a service takes place, not written up when it is long over, or for
    an activity that was not there yet.
    """
    published = activity.published_at
    if activity.state is ActivityState.SETTLED:
        why = IS_SETTLED
    elif published is not None and happened < published - AHEAD:
        why = BEFORE_PUBLISHED
    elif now - happened > MARKED_WITHIN:
        why = LONG_AGO
    else:
        return
    raise ENTER_LATE(why=why)


def is_marked_late(
    method: CheckInMethod, occurred_at: datetime, recorded_at: datetime, reason: str | None
) -> bool:
    """Whether it is a leader's word that was given well after the event: with the reason that it
    needs then, or by the list from a phone that kept it for more than a day.
    """
    delay = recorded_at - occurred_at
    if method is CheckInMethod.SCAN:
        return False
    if reason is not None:
        return delay > LATE
    return method is CheckInMethod.LIST and delay > KEPT_ON_THE_PHONE


def _untrusted(happened: datetime, clock: DeviceClock, now: datetime) -> ReviewReason | None:
    if clock.offset is None:
        return R.NO_TRUSTED_TIME
    return R.UPLOADED_LATE if now - happened > KEPT_ON_THE_PHONE else None
