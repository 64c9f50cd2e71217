"""The same time, checked in and entered late, or entered late twice: flagged on both."""

from typing import Any
from uuid import UUID

import pytest

from factories.service_hours import DAY, ServiceDays, at
from gongwei.commands.invariants import check_invariants
from gongwei.core.db import WHOLE_TREE
from gongwei.volunteering.activities.models import Activity, ActivityState

Body = dict[str, Any]


async def enter(
    days: ServiceDays, person_id: UUID, begins: str | None, minutes: int, title: str = "护河",
    activity: Activity | None = None,
) -> str:  # fmt: skip
    """A late entry; answers its id."""
    named = {"activity_id": str(activity.id)} if activity else {"title": title}
    when = {} if begins is None else {"occurred_at": at(begins).isoformat()}
    body = {
        "person_id": str(person_id), "day": DAY.isoformat(), "minutes": minutes,
        "reason": "手机没电", **named, **when,
    }  # fmt: skip
    answer = await days.post("clerk", "/volunteer-hours", body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def flags(days: ServiceDays, *ids: object) -> list[list[str]]:
    return [(await days.read("officer", f"/volunteer-hours/{one}"))["flags"] for one in ids]


OVERLAP = ["overlap"]


async def test_a_late_entry_beside_recorded_hours_flags_both(days: ServiceDays) -> None:
    row = await days.counted("甲", 300, ends="14:00")
    await days.act("secretary", row.id, "verify")
    late = await enter(days, row.person_id, "09:00", 300)
    assert await flags(days, row.id, late) == [OVERLAP, OVERLAP]
    answer = await days.post("secretary", "/volunteer-hours/verifications", {"ids": [late]})
    assert answer.json()["items"][0]["problem"]["code"] == "needs_a_look"
    shown = await days.read("officer", f"/volunteer-hours/{row.id}")
    assert (shown["state"], shown["minutes"]) == ("verified", 300)
    told = await days.read("officer", f"/volunteer-hours/{late}/explanation")
    assert [(one["kind"], one["minutes"]) for one in told["lines"]] == [
        ("late_entry", 300), ("overlap", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(("begins", "minutes"), [("14:00", 60), ("08:00", 60), (None, 240)])
async def test_time_beside_or_without_a_clock_is_no_overlap(
    days: ServiceDays, begins: str | None, minutes: int
) -> None:
    row = await days.counted("甲", 300, ends="14:00")
    late = await enter(days, row.person_id, begins, minutes)
    assert await flags(days, row.id, late) == [[], []]


async def test_two_late_entries_of_the_same_time_flag_each_other(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    first = await enter(days, person_id, "09:00", 120)
    second = await enter(days, person_id, "10:00", 120, "护学")
    other = await enter(days, await days.person("乙"), "10:00", 120)
    assert await flags(days, first, second, other) == [OVERLAP, OVERLAP, []]


async def test_a_night_meets_the_morning_after(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    night = await days.activity("夜巡", begins="22:00", ends="26:00")
    await days.served(night, person_id, "22:00", "26:00")
    await days.complete(night)
    body = {
        "person_id": str(person_id), "day": "2024-05-12", "minutes": 60, "title": "护河",
        "occurred_at": at("25:30").isoformat(), "reason": "手机没电",
    }  # fmt: skip
    late = (await days.post("clerk", "/volunteer-hours", body)).json()["id"]
    row = await days.hours_of(night, person_id)
    assert await flags(days, row.id, late) == [OVERLAP, OVERLAP]


async def test_what_is_checked_in_after_a_late_entry_is_flagged_when_it_is_counted(
    days: ServiceDays,
) -> None:
    """In another activity by its time, in the same whenever it was."""
    first, second = await days.person("甲"), await days.person("乙")
    activity = await days.activity(state=ActivityState.IN_PROGRESS)
    late = [
        await enter(days, first, "08:30", 60),
        await enter(days, second, "11:00", 60, activity=activity),
    ]
    await days.served(activity, first, "09:00", "12:00")
    await days.served(activity, second, "09:00", "10:00")
    await days.complete(activity)
    found = [one.flags for one in await days.hours(activity)]
    assert (found, await flags(days, *late)) == (["overlap"] * 3, [OVERLAP, OVERLAP])


async def test_counting_twice_changes_nothing(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    activity = await days.activity()
    await enter(days, person_id, "09:00", 60)
    await days.served(activity, person_id, "09:00", "12:00")
    await days.complete(activity)
    before = [one.model_dump() for one in await days.hours(activity)]
    await days.complete(activity)
    assert [one.model_dump() for one in await days.hours(activity)] == before


async def test_the_flag_goes_with_what_it_was_about(days: ServiceDays) -> None:
    row = await days.counted("甲", 300, ends="14:00")
    late = await enter(days, row.person_id, "09:00", 300)
    await days.act("secretary", UUID(late), "reject", reason="与签到重复")
    assert await flags(days, row.id) == [[]]


async def test_no_more_than_24_hours_of_a_day_are_verified(days: ServiceDays) -> None:
    """However they came about: nobody can, until one of them is rejected."""
    person_id = await days.person("甲")
    late = await enter(days, person_id, None, 1400)
    activity = await days.activity()
    await days.served(activity, person_id, "09:00", "12:00")
    await days.complete(activity)
    row = await days.hours_of(activity, person_id)
    alone = await days.act("officer", row.id, "verify")
    assert (alone.status_code, alone.json()["code"]) == (409, "longer_than_a_day")
    body = {"ids": [str(row.id), late]}
    answer = await days.post("officer", "/volunteer-hours/verifications", body)
    codes = [one["problem"]["code"] for one in answer.json()["items"]]
    assert codes == ["longer_than_a_day"] * 2
    await days.act("officer", UUID(late), "reject", reason="重复")
    assert (await days.act("officer", row.id, "verify")).status_code == 200


async def test_an_adjustment_stays_within_the_day(days: ServiceDays) -> None:
    row = await days.counted("甲", 180)
    await enter(days, row.person_id, None, 600)
    await days.link("member", row.person_id)
    await days.act("member", row.id, "dispute", reason="少了")
    refused = await days.act("officer", row.id, "resolve", reason="查", minutes=841)
    assert (refused.status_code, refused.json()["code"]) == (409, "longer_than_a_day")
    done = await days.act("officer", row.id, "resolve", reason="查", minutes=840)
    assert done.json()["state"] == "adjusted"
    async with days.database.transaction(WHOLE_TREE) as session:
        broken = await check_invariants(session)
    assert [one.note for one in broken if one.invariant == "sums of hours equal their rows"] == []
