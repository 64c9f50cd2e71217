"""What somebody sees who may come: invitations, own shifts, what one leads; nothing else."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from factories.activities import Planning, hours, shift
from factories.roster import acting
from gongwei.access.actor import Actor
from gongwei.core import clock
from gongwei.core.clock import Frozen
from gongwei.core.errors import Problem
from gongwei.volunteering.activities.leading import attended_activity, takes_attendance
from gongwei.volunteering.activities.models import Activity


async def titles(plan: Planning, who: str, **asked: object) -> list[str]:
    return [one["title"] for one in await plan.items(who, "me/activities", **asked)]


async def test_what_is_open_to_somebody_is_listed_by_its_start(plan: Planning) -> None:
    await plan.member("李四")
    await plan.published("secretary", "finance", shift(48, 50), title="财政")
    await plan.published("officer", "root", shift(21, 23), title="全区")
    await plan.published("officer", "finance_office", shift(72, 74), title="支部")
    await plan.published("officer", "finance_units", title="别的支部")
    await plan.published("neighbour", "police", title="公安")
    await plan.planned(title="草稿")
    assert await titles(plan, "李四") == ["全区", "财政", "支部"]
    assert await titles(plan, "李四", sort="-starts_at", limit=1) == ["支部"]
    day = clock.day_of(hours(48))
    assert await titles(plan, "李四", from_on=str(day), until_on=str(day)) == ["财政"]
    assert await titles(plan, "member") == []


async def test_everything_that_a_phone_shows_of_it_is_there(plan: Planning) -> None:
    leader = await plan.person("王五", 3)
    await plan.member("李四")
    made = await plan.published(
        "secretary", "finance", shift(place="东门", capacity=2), theme="服务日",
        description="带手套", place_kind="village", leader_id=str(leader), sign_up_required=False,
    )  # fmt: skip
    (held,) = made["shifts"]
    seen = await plan.read("李四", f"me/activities/{made['id']}")
    shown = {
        name: made[name]
        for name in (
            "id", "number", "title", "theme", "description", "place_kind", "place", "leader_name",
            "organisation_name", "team_name", "state", "starts_at", "ends_at", "sign_up_required",
            "sign_up_until",
        )
    }  # fmt: skip
    own_shift = {
        name: held[name]
        for name in (
            "id", "post", "place", "starts_at", "ends_at", "capacity", "confirmed_count",
            "waitlisted_count", "opens_minutes", "closes_minutes", "cancelled_at",
        )
    }  # fmt: skip
    open_to = {"own_sign_up": None, "can_sign_up": True, "closed_because": None}
    assert seen == {**shown, "leads": False, "notices": [], "shifts": [{**own_shift, **open_to}]}


async def test_a_full_shift_may_be_waited_for(plan: Planning) -> None:
    await plan.member("李四")
    await plan.member("王五", 3)
    made = await plan.published("secretary", "finance", shift(capacity=1))
    await plan.signed_up("王五", made["shifts"][0]["id"])
    (seen,) = await plan.items("李四", "me/activities")
    (full,) = seen["shifts"]
    assert (full["can_sign_up"], full["closed_because"], full["confirmed_count"]) == (
        True, "full_waiting", 1,
    )  # fmt: skip


async def test_what_is_over_stays_with_those_who_were_signed_up_or_led_it(plan: Planning) -> None:
    leader = await plan.member("王五", 3, "police_office")
    await plan.member("李四")
    await plan.member("赵六", 5)
    made = await plan.published("secretary", "finance")
    path = f"activities/{made['id']}"
    await plan.changed("officer", path, made, leader_id=str(leader))
    await plan.signed_up("李四", made["shifts"][0]["id"])
    await plan.held("secretary", path)
    assert [await titles(plan, who) for who in ("李四", "王五", "赵六")] == [
        ["社区清洁"], ["社区清洁"], [],
    ]  # fmt: skip
    (led,) = await plan.items("王五", "me/activities")
    assert led["leads"] is True


async def test_a_notice_to_all_reaches_those_who_were_signed_up(plan: Planning) -> None:
    await plan.member("李四")
    await plan.member("王五", 3)
    made = await plan.published()
    await plan.signed_up("李四", made["shifts"][0]["id"])
    await plan.changed("clerk", f"activities/{made['id']}", made, place="东河")
    (told,) = (await plan.items("李四", "me/activities"))[0]["notices"]
    assert told["facts"] == {"place": ["幸福社区", "东河"]}
    assert (await plan.items("王五", "me/activities"))[0]["notices"] == []


async def test_days_are_those_of_the_committees_calendar(plan: Planning) -> None:
    await plan.member("李四")
    with Frozen(datetime.fromisoformat("2026-11-20T00:00:00+08:00")):
        night = {
            "post": "夜间", "starts_at": "2026-11-25T23:30:00+08:00",
            "ends_at": "2026-11-26T01:00:00+08:00",
        }  # fmt: skip
        await plan.published("secretary", "finance", night)
        found = {
            day: await titles(plan, "李四", from_on=f"2026-11-{day}", until_on=f"2026-11-{day}")
            for day in (24, 25, 26, 27)
        }
    assert found == {24: [], 25: ["社区清洁"], 26: ["社区清洁"], 27: []}


@pytest.mark.parametrize(("who", "code"), [("clerk", None), ("leader", "not_allowed")])
async def test_staff_in_reach_takes_attendance(plan: Planning, who: str, code: str | None) -> None:
    made = await plan.published()
    async with plan.database.transaction("*") as session:
        actor = acting(plan.world, who)
        given = {"shift_id": UUID(made["shifts"][0]["id"])}
        assert await _refusal(session, actor, **given) == code
        activity = await session.get_one(Activity, UUID(made["id"]))
        assert await takes_attendance(session, actor, activity) is (code is None)


async def test_nobody_else_takes_attendance_and_those_next_door_know_nothing(
    plan: Planning,
) -> None:
    made = await plan.published()
    async with plan.database.transaction("*") as session:
        for who in ("neighbour", "member"):
            actor = acting(plan.world, who)
            assert await _refusal(session, actor, UUID(made["id"])) == "not_found"
        gone = await _refusal(session, acting(plan.world, "clerk"), shift_id=UUID(made["id"]))
        assert gone == "not_found"


async def _refusal(session: object, actor: Actor, *given: object, **named: object) -> str | None:
    try:
        await attended_activity(session, actor, *given, **named)  # type: ignore[arg-type]
    except Problem as problem:
        return problem.code
    return None


async def test_an_activity_of_yesterday_is_still_found(plan: Planning) -> None:
    await plan.member("李四")
    made = await plan.published("secretary", "finance", shift(1, 3))
    await plan.signed_up("李四", made["shifts"][0]["id"])
    with Frozen(hours(3) + timedelta(days=1)):
        (seen,) = await plan.items("李四", "me/activities")
    assert [one["closed_because"] for one in seen["shifts"]] == [None]
