"""Service that was not checked in at the time: entered late, labelled so for ever."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from factories.service_hours import DAY, ServiceDays, at
from gongwei.core import clock
from gongwei.core.models import new_id
from gongwei.volunteering.activities.models import Activity, ActivityState
from gongwei.volunteering.attendance.models import CheckInState
from gongwei.volunteering.teams.models import TeamKind, VolunteerTeam, VolunteerTeamMember

Body = dict[str, Any]


def entry(person_id: UUID, activity: Activity | None = None, **values: Any) -> Body:
    named = {"activity_id": str(activity.id)} if activity else {"title": "护河"}
    return {
        "person_id": str(person_id), "day": DAY.isoformat(), "minutes": 120,
        "reason": "手机没电", **named, **values,
    }  # fmt: skip


async def refusal(days: ServiceDays, body: Body, who: str = "clerk") -> tuple[int, str]:
    answer = await days.post(who, "/volunteer-hours", body)
    problem = answer.json()
    fault = problem["errors"][0] if problem["errors"] else {}
    return answer.status_code, fault.get("pointer", problem["code"])


async def test_a_clerk_enters_service_of_an_activity_with_its_reason(days: ServiceDays) -> None:
    activity = await days.activity()
    person_id = await days.person("甲")
    answer = await days.post("clerk", "/volunteer-hours", entry(person_id, activity))
    assert answer.status_code == 201, answer.text
    body = answer.json()
    assert answer.headers["Location"] == f"/api/v1/volunteer-hours/{body['id']}"
    delay = (clock.today() - DAY).days
    assert (body["kind"], body["state"], body["delay_days"]) == ("late_entry", "pending", delay)
    assert (body["activity_title"], body["minutes"], body["reason"]) == (
        "清洁家园",
        120,
        "手机没电",
    )
    assert body["occurred_at"] == "2024-05-11T01:00:00Z"


async def test_service_from_before_the_installation_is_named_by_a_title(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    begins = "2024-05-11T14:00:00+08:00"
    body = entry(person_id, occurred_at=begins)
    answer = await days.post("clerk", "/volunteer-hours", body)
    told = answer.json()
    assert (told["activity_id"], told["activity_title"]) == (None, "护河")
    assert told["occurred_at"] == "2024-05-11T06:00:00Z"


async def test_a_service_began_in_a_year_that_every_time_zone_can_say(days: ServiceDays) -> None:
    body = entry(await days.person("甲"), occurred_at="0001-01-01T00:00:00+14:00")
    assert await refusal(days, body) == (422, "/occurred_at")


async def test_an_entry_names_an_activity_or_a_title(days: ServiceDays) -> None:
    activity, person_id = await days.activity(), await days.person("甲")
    both = entry(person_id, activity, title="护河")
    neither = entry(person_id)
    del neither["title"]
    assert await refusal(days, both) == (422, "/title")
    assert await refusal(days, neither) == (422, "/title")


async def test_an_entry_is_never_longer_than_planned(days: ServiceDays) -> None:
    activity, person_id = await days.activity(rest=15), await days.person("甲")
    assert await refusal(days, entry(person_id, activity, minutes=166)) == (
        409, "longer_than_planned",
    )  # fmt: skip
    answer = await days.post("clerk", "/volunteer-hours", entry(person_id, activity, minutes=165))
    assert answer.status_code == 201


async def test_an_entry_is_on_a_day_of_the_activity(days: ServiceDays) -> None:
    activity, person_id = await days.activity(), await days.person("甲")
    other = (DAY + timedelta(days=1)).isoformat()
    assert await refusal(days, entry(person_id, activity, day=other)) == (422, "/day")


async def test_nothing_is_entered_for_the_future(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    assert await refusal(days, entry(person_id, day=tomorrow)) == (422, "/day")
    later = (clock.now() + timedelta(minutes=5)).isoformat()
    today = clock.day_of(clock.now() + timedelta(minutes=5)).isoformat()
    expected = "/occurred_at" if today == clock.today().isoformat() else "/day"
    assert await refusal(days, entry(person_id, day=today, occurred_at=later)) == (422, expected)


async def test_service_is_entered_when_it_is_over(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    with clock.Frozen(at("15:00")):
        begun = entry(person_id, occurred_at=at("14:00").isoformat())
        assert await refusal(days, {**begun, "minutes": 61}) == (422, "/minutes")
        assert await refusal(days, {**begun, "minutes": 1440}) == (422, "/minutes")
        assert (await days.post("clerk", "/volunteer-hours", {**begun, "minutes": 60})).is_success


async def test_a_shift_of_tonight_has_no_hours_yet(days: ServiceDays) -> None:
    tonight = await days.activity(begins="19:00", ends="21:00", state=ActivityState.PUBLISHED)
    body = entry(await days.person("甲"), tonight)
    with clock.Frozen(at("15:00")):
        assert await refusal(days, body) == (422, "/day")
    with clock.Frozen(at("20:00")):
        assert await refusal(days, body) == (422, "/minutes")


async def test_no_service_from_before_1990_is_entered(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    assert await refusal(days, entry(person_id, day="1989-12-31")) == (422, "/day")
    answer = await days.post("clerk", "/volunteer-hours", entry(person_id, day="1990-01-01"))
    assert answer.status_code == 201


async def test_what_is_no_volunteer_service_is_not_entered_late_either(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    assert await refusal(days, entry(person_id, title="党支部 会议")) == (409, "not_service")


async def test_the_moment_is_on_the_day(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    body = entry(person_id, occurred_at="2024-05-12T09:00:00+08:00")
    assert await refusal(days, body) == (422, "/occurred_at")


async def test_the_same_service_is_not_entered_twice(days: ServiceDays) -> None:
    activity, person_id = await days.activity(), await days.person("甲")
    for body in (entry(person_id, activity), entry(person_id)):
        assert (await days.post("clerk", "/volunteer-hours", body)).status_code == 201
        assert await refusal(days, body) == (409, "already_entered")


async def test_what_was_checked_in_is_not_entered_late(days: ServiceDays) -> None:
    activity, person_id = await days.activity(), await days.person("甲")
    await days.served(activity, person_id, "09:00", "10:00")
    await days.complete(activity)
    assert await refusal(days, entry(person_id, activity)) == (409, "already_entered")


@pytest.mark.parametrize("state", [ActivityState.IN_PROGRESS, ActivityState.COMPLETED])
async def test_whoever_has_check_ins_there_is_not_entered_late(
    days: ServiceDays, state: ActivityState
) -> None:
    """Also before the hours are computed, and while somebody has to look at the check-ins."""
    activity, person_id = await days.activity(state=state), await days.person("甲")
    await days.served(activity, person_id, "09:00", "10:00", state=CheckInState.NEEDS_REVIEW)
    assert await refusal(days, entry(person_id, activity)) == (409, "checked_in_there")
    await days.annul(person_id)
    answer = await days.post("clerk", "/volunteer-hours", entry(person_id, activity))
    assert answer.status_code == 201


async def test_a_day_holds_no_more_than_its_24_hours(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    for title, minutes in (("护河", 1000), ("护学", 440)):
        body = entry(person_id, title=title, minutes=minutes)
        assert (await days.post("clerk", "/volunteer-hours", body)).status_code == 201
    one_more = entry(person_id, title="植树", minutes=1)
    assert await refusal(days, one_more) == (409, "longer_than_a_day")


async def test_rejected_service_may_be_entered_again(days: ServiceDays) -> None:
    activity, person_id = await days.activity(), await days.person("甲")
    first = (await days.post("clerk", "/volunteer-hours", entry(person_id, activity))).json()
    await days.act("secretary", UUID(first["id"]), "reject", reason="日期不对")
    again = await days.post("clerk", "/volunteer-hours", entry(person_id, activity))
    assert again.status_code == 201


@pytest.mark.parametrize("state", [ActivityState.DRAFT, ActivityState.CANCELLED])
async def test_an_activity_that_was_not_held_has_no_hours(
    days: ServiceDays, state: ActivityState
) -> None:
    activity, person_id = await days.activity(state=state), await days.person("甲")
    assert await refusal(days, entry(person_id, activity)) == (409, "activity_not_held")


async def test_an_activity_of_the_whole_district_is_entered_by_a_department(
    days: ServiceDays,
) -> None:
    activity, person_id = await days.activity(place="root"), await days.person("甲")
    answer = await days.post("clerk", "/volunteer-hours", entry(person_id, activity))
    assert answer.status_code == 201


async def test_an_activity_of_others_is_unknown_unless_a_team_takes_part(
    days: ServiceDays,
) -> None:
    team = VolunteerTeam(
        id=new_id(), organisation_id=days.world["police"].id, kind=TeamKind.DETACHMENT, name="支队"
    )
    below = VolunteerTeam(
        id=new_id(), organisation_id=days.world["police"].id, kind=TeamKind.TEAM, name="分队",
        parent_id=team.id,
    )  # fmt: skip
    await days.stored(team, below)
    activity = await days.activity(place="police", team_id=team.id)
    person_id = await days.person("甲")
    assert await refusal(days, entry(person_id, activity)) == (422, "/activity_id")
    await days.stored(
        VolunteerTeamMember(
            organisation_id=team.organisation_id, team_id=below.id, person_id=person_id,
            joined_on=DAY,
        )
    )  # fmt: skip
    answer = await days.post("clerk", "/volunteer-hours", entry(person_id, activity))
    assert answer.status_code == 201, answer.text


async def test_nobody_enters_for_people_of_others(days: ServiceDays) -> None:
    person_id = await days.person("甲", "police_office")
    assert await refusal(days, entry(person_id)) == (404, "not_found")
    assert await refusal(days, entry(person_id), "member") == (403, "not_allowed")


async def test_a_long_day_raises_what_else_waits_on_it(days: ServiceDays) -> None:
    row = await days.counted("甲", 300, ends="14:00")
    body = entry(row.person_id, minutes=240)
    late = (await days.post("clerk", "/volunteer-hours", body)).json()
    other = await days.read("officer", f"/volunteer-hours/{row.id}")
    assert (late["approval"], other["approval"]) == ("parent", "parent")


async def test_an_adjusted_late_entry_is_no_longer_than_planned_either(days: ServiceDays) -> None:
    activity, person_id = await days.activity(), await days.person("甲")
    made = (await days.post("clerk", "/volunteer-hours", entry(person_id, activity))).json()
    await days.link("member", person_id)
    await days.act("member", UUID(made["id"]), "dispute", reason="少了")
    refused = await days.act("secretary", UUID(made["id"]), "resolve", reason="查", minutes=181)
    assert (refused.status_code, refused.json()["code"]) == (409, "longer_than_planned")
