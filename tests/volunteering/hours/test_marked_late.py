"""Attendance that was written up afterwards counts, but is never without a trace of it."""

from datetime import timedelta
from typing import Any

import pytest

from factories.service_hours import DAY, ServiceDays, at
from gongwei.volunteering.attendance.models import CheckInMethod, CheckInState
from gongwei.volunteering.hours.models import VolunteerHours

Body = dict[str, Any]
A_MONTH_LATER = at("10:00", DAY + timedelta(days=31))


async def written_up(
    days: ServiceDays, state: CheckInState = CheckInState.ACCEPTED, **marked: Any
) -> VolunteerHours:
    """Hours of somebody whom a leader marked on the list, a month later unless told otherwise."""
    activity, person_id = await days.activity(), await days.person("甲")
    given = {
        "method": CheckInMethod.LIST, "recorded_at": A_MONTH_LATER, "reason": "手机没电", **marked,
    }  # fmt: skip
    await days.served(activity, person_id, "09:00", "12:00", state=state, **given)
    await days.complete(activity)
    return await days.hours_of(activity, person_id)


async def lines(days: ServiceDays, row: VolunteerHours, language: str = "zh") -> list[Body]:
    headers = {**days.world.headers("officer"), "Accept-Language": language}
    path = f"/api/v1/volunteer-hours/{row.id}/explanation"
    found: list[Body] = (await days.client.get(path, headers=headers)).json()["lines"]
    return found


async def test_hours_that_were_written_up_are_flagged_and_looked_at_alone(
    days: ServiceDays,
) -> None:
    row = await written_up(days)
    assert (row.minutes, row.flags) == (180, "marked_late")
    shown = await days.read("secretary", "/volunteer-hours", flagged=True)
    assert [(one["id"], one["flags"]) for one in shown["items"]] == [(str(row.id), ["marked_late"])]
    answer = await days.post("secretary", "/volunteer-hours/verifications", {"ids": [str(row.id)]})
    (told,) = answer.json()["items"]
    assert (told["status"], told["problem"]["code"]) == (409, "needs_a_look")


async def test_the_flag_stays_when_the_hours_are_verified(days: ServiceDays) -> None:
    row = await written_up(days)
    done = (await days.act("secretary", row.id, "verify")).json()
    assert (done["state"], done["flags"]) == ("verified", ["marked_late"])


async def test_each_mark_is_explained_with_its_delay_and_reason(days: ServiceDays) -> None:
    row = await written_up(days)
    assert [(one["kind"], one["text"], one["minutes"]) for one in await lines(days, row)] == [
        ("pair", "第 1 次：09:00 签到，12:00 签退", 180),
        (
            "marked_late",
            "其中签到是事后补记的：2024年6月11日登记，晚 31 天。事由：手机没电",
            0,
        ),
        (
            "marked_late",
            "其中签退是事后补记的：2024年6月11日登记，晚 30 天。事由：手机没电",
            0,
        ),
    ]
    english = await lines(days, row, "en")
    assert english[1]["text"] == (
        "Its check-in was marked afterwards: on 11 June 2024, 31 days later. Reason: 手机没电"
    )


async def test_a_mark_of_the_same_day_tells_its_delay_in_hours(days: ServiceDays) -> None:
    row = await written_up(days, recorded_at=at("12:10"))
    assert [one["text"] for one in await lines(days, row)][1:] == [
        "其中签到是事后补记的：2024年5月11日登记，晚 3 小时。事由：手机没电"
    ]


@pytest.mark.parametrize(
    "marked",
    [
        {"method": CheckInMethod.SCAN, "reason": None},
        {"method": CheckInMethod.PERSONAL_CODE, "reason": None},
        {"recorded_at": at("09:10")},
    ],
)
async def test_what_lay_on_a_phone_or_was_marked_at_once_is_plain(
    days: ServiceDays, marked: Body
) -> None:
    assert (await written_up(days, **marked)).flags == ""


async def test_what_nobody_has_looked_at_is_flagged_as_that_first(days: ServiceDays) -> None:
    row = await written_up(days, CheckInState.NEEDS_REVIEW)
    assert (row.minutes, row.flags) == (0, "unreviewed")
