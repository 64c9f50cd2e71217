"""Completing an activity computes everybody's hours; judging check-ins afterwards moves them."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlmodel import col, select

from factories.roster import acting
from factories.service_hours import DAY, ServiceDays, at
from gongwei.audit.models import AuditEntry
from gongwei.audit.record import record
from gongwei.commands.invariants import check_invariants
from gongwei.core.db import WHOLE_TREE
from gongwei.core.errors import Problem
from gongwei.members.models import Membership
from gongwei.volunteering.activities.models import Activity, ActivityState, MissingExit
from gongwei.volunteering.attendance.models import CheckIn, CheckInState
from gongwei.volunteering.attendance.workflow import CHECK_IN, CheckInAction
from gongwei.volunteering.hours.completion import on_judged
from gongwei.volunteering.hours.models import ApprovalLevel, HoursKind, HoursState
from gongwei.volunteering.hours.settling import refuse_unsettled


async def judge(
    days: ServiceDays, check_in: CheckIn, action: CheckInAction, who: str = "officer"
) -> None:
    """What accepting or annulling a check-in does, as its service does it."""
    async with days.database.transaction(WHOLE_TREE) as session:
        held = await session.get_one(CheckIn, check_in.id)
        actor = acting(days.world, who)
        CHECK_IN.apply(held, action, (), "核对名册")
        record(session, actor, f"check_in.{action}", held, reason="核对名册")
        await on_judged(session, actor, held)


async def broken(days: ServiceDays) -> list[str]:
    async with days.database.transaction(WHOLE_TREE) as session:
        found = await check_invariants(session)
    return [one.note for one in found if one.invariant == "sums of hours equal their rows"]


async def test_everybody_has_one_entry_for_the_activity_and_the_day(days: ServiceDays) -> None:
    activity = await days.activity(rest=15)
    first, second = await days.person("甲"), await days.person("乙", "finance_units")
    await days.served(activity, first, "08:55", "12:00")
    await days.served(activity, second, "09:30", "10:15")
    await days.served(activity, second, "10:45", "12:00", pair=2)
    await days.complete(activity)
    found = [
        (one.person_id, one.minutes, one.flags, one.kind, one.state, one.approval, one.title)
        for one in await days.hours(activity)
    ]
    plain = ("", HoursKind.RECORDED, HoursState.PENDING, ApprovalLevel.OWN, "清洁家园")
    assert found == [(second, 120, *plain), (first, 170, *plain)]
    assert [one.organisation_id for one in await days.hours(activity)] == [
        days.world["finance_units"].id,
        days.world["finance_office"].id,
    ]


async def test_completing_twice_changes_nothing(days: ServiceDays) -> None:
    activity = await days.activity()
    await days.served(activity, await days.person("甲"), "09:00", "12:00")
    await days.complete(activity)
    before = [one.model_dump() for one in await days.hours(activity)]
    await days.complete(activity)
    assert [one.model_dump() for one in await days.hours(activity)] == before


async def test_each_entry_is_recorded_in_the_log(days: ServiceDays) -> None:
    activity = await days.activity()
    await days.served(activity, await days.person("甲"), "09:00", "12:00")
    await days.complete(activity)
    (row,) = await days.hours(activity)
    async with days.database.transaction(WHOLE_TREE) as session:
        query = select(AuditEntry.action, AuditEntry.subject_label).where(
            AuditEntry.subject_id == row.id
        )
        assert (await session.exec(query)).all() == [("volunteer_hours.create", "清洁家园")]


async def test_a_department_completes_for_volunteers_of_other_departments(
    days: ServiceDays,
) -> None:
    activity = await days.activity()
    await days.served(activity, await days.person("甲", "police_office"), "09:00", "12:00")
    await days.complete(activity, "secretary")
    (row,) = await days.hours(activity)
    assert row.organisation_id == days.world["police_office"].id
    listed = await days.read("neighbour", "/volunteer-hours")
    assert [one["id"] for one in listed["items"]] == [str(row.id)]


async def test_hours_belong_to_the_branch_of_that_day(days: ServiceDays) -> None:
    person_id = await days.person("甲", since=DAY + timedelta(days=1))
    async with days.database.transaction(WHOLE_TREE) as session:
        own = select(Membership).where(Membership.valid_from == DAY + timedelta(days=1))
        later = (await session.exec(own)).one()
    await days.stored(
        Membership(
            organisation_id=days.world["finance_units"].id, member_id=later.member_id,
            valid_from=date(2020, 1, 1), valid_to=DAY + timedelta(days=1),
        )
    )  # fmt: skip
    activity = await days.activity()
    await days.served(activity, person_id, "09:00", "12:00")
    await days.complete(activity)
    (row,) = await days.hours(activity)
    assert row.organisation_id == days.world["finance_units"].id


@pytest.mark.parametrize(
    ("policy", "minutes"), [(MissingExit.NOTHING, 0), (MissingExit.PLANNED_END, 150)]
)
async def test_a_missing_exit_is_flagged_whatever_is_proposed(
    days: ServiceDays, policy: MissingExit, minutes: int
) -> None:
    activity = await days.activity(missing_exit=policy)
    await days.served(activity, await days.person("甲"), "09:30", None)
    await days.complete(activity)
    (row,) = await days.hours(activity)
    assert (row.minutes, row.flags) == (minutes, "missing_exit")


async def test_the_same_time_in_two_activities_counts_once_in_either_order(
    days: ServiceDays,
) -> None:
    person_id = await days.person("甲")
    early = await days.activity("早", begins="08:00", ends="11:00")
    late = await days.activity("晚", begins="10:00", ends="13:00")
    await days.served(early, person_id, "08:00", "11:00")
    await days.served(late, person_id, "10:00", "13:00")
    for one in (late, early):
        await days.complete(one)
    found = [
        (row.title, row.minutes, row.flags)
        for row in [*await days.hours(early), *await days.hours(late)]
    ]
    assert found == [("早", 180, "overlap"), ("晚", 120, "overlap")]


async def test_all_activities_of_a_day_together_decide_who_says_yes(days: ServiceDays) -> None:
    person_id = await days.person("甲")
    levels = []
    for title, begins, ends in (
        ("上午", "06:00", "12:00"), ("下午", "12:00", "18:00"), ("晚上", "18:00", "20:00"),
    ):  # fmt: skip
        activity = await days.activity(title, begins=begins, ends=ends)
        await days.served(activity, person_id, begins, ends)
        await days.complete(activity)
        page = await days.read("officer", "/volunteer-hours", sort="created_at")
        levels.append([one["approval"] for one in page["items"]])
    assert levels == [["own"], ["parent"] * 2, ["committee"] * 3]


async def test_an_accepted_check_in_adds_its_time(days: ServiceDays) -> None:
    activity = await days.activity()
    person_id = await days.person("甲")
    _, left = await days.served(
        activity, person_id, "09:00", "12:00", state=CheckInState.NEEDS_REVIEW
    )
    await days.complete(activity)
    row = await days.hours_of(activity, person_id)
    assert (row.minutes, row.flags) == (0, "unreviewed")
    entered, _ = await _check_ins(days, activity)
    for one in (entered, left):
        await judge(days, one, CheckInAction.ACCEPT)
    row = await days.hours_of(activity, person_id)
    assert (row.minutes, row.flags, row.state) == (180, "", HoursState.PENDING)
    assert await broken(days) == []


async def _check_ins(days: ServiceDays, activity: Activity) -> list[CheckIn]:
    async with days.database.transaction(WHOLE_TREE) as session:
        query = select(CheckIn).where(CheckIn.activity_id == activity.id)
        return list((await session.exec(query.order_by(col(CheckIn.occurred_at)))).all())


async def test_an_annulled_exit_brings_verified_hours_back_to_be_decided(
    days: ServiceDays,
) -> None:
    activity = await days.activity()
    person_id = await days.person("甲")
    _, left = await days.served(activity, person_id, "09:00", "12:00")
    await days.complete(activity)
    row = await days.hours_of(activity, person_id)
    assert (await days.act("officer", row.id, "verify")).status_code == 200
    await judge(days, left, CheckInAction.ANNUL)
    row = await days.hours_of(activity, person_id)
    assert (row.state, row.minutes, row.flags) == (HoursState.PENDING, 0, "missing_exit")
    assert row.verified_by is None
    assert await broken(days) == []


async def test_annulling_in_one_activity_gives_the_time_back_to_the_other(
    days: ServiceDays,
) -> None:
    person_id = await days.person("甲")
    early = await days.activity("早", begins="08:00", ends="11:00")
    late = await days.activity("晚", begins="10:00", ends="13:00")
    entered, left = await days.served(early, person_id, "08:00", "11:00")
    await days.served(late, person_id, "10:00", "13:00")
    for one in (early, late):
        await days.complete(one)
    for one in (entered, left):
        await judge(days, one, CheckInAction.ANNUL)
    assert (await days.hours_of(early, person_id)).minutes == 0
    row = await days.hours_of(late, person_id)
    assert (row.minutes, row.flags) == (180, "")


async def test_check_ins_of_an_activity_that_goes_on_compute_nothing(days: ServiceDays) -> None:
    activity = await days.activity(state=ActivityState.IN_PROGRESS)
    _, left = await days.served(activity, await days.person("甲"), "09:00", "12:00")
    await judge(days, left, CheckInAction.ANNUL)
    assert await days.hours(activity) == []


async def settle(days: ServiceDays, activity: Activity) -> str:
    """What settling is answered by the hours: nothing, or the code of the refusal."""
    async with days.database.transaction(WHOLE_TREE) as session:
        try:
            await refuse_unsettled(session, acting(days.world, "secretary"), activity)
        except Problem as refused:
            return refused.code
    return ""


async def test_an_activity_is_settled_when_all_hours_are_decided(days: ServiceDays) -> None:
    activity = await days.activity()
    await days.served(activity, await days.person("甲", "police_office"), "09:00", "12:00")
    await days.complete(activity)
    assert await settle(days, activity) == "hours_pending"
    (row,) = await days.hours(activity)
    await days.act("officer", row.id, "reject", reason="未到岗")
    assert await settle(days, activity) == ""


async def test_the_beginning_is_the_first_entry(days: ServiceDays) -> None:
    row = await days.counted()
    assert row.occurred_at == at("09:00")
    assert isinstance(row.person_id, UUID)
