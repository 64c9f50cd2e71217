"""When an activity can be published, started and completed."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from gongwei.core import clock
from gongwei.volunteering.activities.models import Activity, Shift
from gongwei.volunteering.activities.problems import (
    ACTIVITY_STARTED,
    NOT_OVER_YET,
    TOO_EARLY_TO_START,
)
from gongwei.volunteering.activities.workflow import ActivityAction


def opens_at(activity: Activity, shifts: Iterable[Shift]) -> datetime:
    """The moment from which the first of its shifts takes entries."""
    openings = (
        one.starts_at - timedelta(minutes=one.opens_minutes)
        for one in shifts
        if one.cancelled_at is None
    )
    return min(openings, default=activity.starts_at)


def is_timely(action: ActivityAction, activity: Activity, shifts: Iterable[Shift]) -> bool:
    """An activity is published before it starts, started once its check-in has opened, and
    completed when its last shift is over.
    """
    now = clock.now()
    match action:
        case ActivityAction.PUBLISH:
            return now < activity.starts_at
        case ActivityAction.START:
            return now >= opens_at(activity, shifts)
        case ActivityAction.COMPLETE:
            return now >= activity.ends_at
        case _:
            return True


def refuse_untimely(action: ActivityAction, activity: Activity, shifts: Iterable[Shift]) -> None:
    """Raise `activity_started`, `too_early_to_start` or `not_over_yet` (409)."""
    if is_timely(action, activity, shifts):
        return
    if action is ActivityAction.PUBLISH:
        raise ACTIVITY_STARTED(title=activity.title)
    is_start = action is ActivityAction.START
    refused = TOO_EARLY_TO_START if is_start else NOT_OVER_YET
    moment = opens_at(activity, shifts) if is_start else activity.ends_at
    raise refused(title=activity.title, day=clock.day_of(moment), time=clock.time_of_day(moment))
