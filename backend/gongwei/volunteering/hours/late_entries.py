"""Late entries: service that was not checked in at the time, kept apart from what was."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.narrowing import whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.models import new_id
from gongwei.core.routing import one_fault
from gongwei.volunteering.activities.excluding import refuse_excluded
from gongwei.volunteering.activities.models import Activity
from gongwei.volunteering.attendance.models import CheckIn, CheckInState
from gongwei.volunteering.hours.approvals import (
    level_of,
    minutes_of_days,
    refuse_longer_than_a_day,
    regrade,
)
from gongwei.volunteering.hours.homes import homes_on, reached
from gongwei.volunteering.hours.models import HoursKind, HoursState, VolunteerHours
from gongwei.volunteering.hours.naming import NOT_HELD as STATES
from gongwei.volunteering.hours.overlaps import mark_overlaps
from gongwei.volunteering.hours.pairs import PersonDay
from gongwei.volunteering.hours.planned import EARLIEST, refuse_longer, shifts_on
from gongwei.volunteering.hours.problems import ALREADY_ENTERED, CHECKED_IN_THERE, NOT_HELD
from gongwei.volunteering.hours.reading import hours_out
from gongwei.volunteering.hours.schemas import VolunteerHoursIn, VolunteerHoursOut
from gongwei.volunteering.hours.sums import move_sums, share_of
from gongwei.volunteering.teams.models import VolunteerTeam, VolunteerTeamMember

ENTER = Permission.HOURS_ENTER


async def create(session: AsyncSession, actor: Actor, given: VolunteerHoursIn) -> VolunteerHoursOut:
    """Enter service afterwards. 404 for people outside the subtree.

    Raises `not_service`, `longer_than_planned`, `longer_than_a_day`, `already_entered`,
    `checked_in_there` and `activity_not_held` (409) besides faults of what was sent.
    """
    allow(actor, ENTER)
    person = await fetch(session, actor, Person, given.person_id, read=ENTER, need=ENTER)
    _refuse_day(given)
    activity = await _activity(session, actor, given, person)
    title = activity.title if activity is not None else given.title or ""
    begins = await _begins(session, actor, given)
    _refuse_unfinished(given, begins)
    await _refuse_twice(session, actor, given, person, title)
    row = await _row(session, actor, given, person, activity, title, begins)
    session.add(row)
    record(session, actor, "volunteer_hours.create", row, reason=given.reason)
    await session.flush()
    await move_sums(session, (), [share_of(row)])
    # The day's other hours may stand elsewhere, and so may the entries in the log, which are
    # written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    day = PersonDay(person.id, given.day)
    await regrade(session, actor, [day])
    await mark_overlaps(session, actor, [day])
    return (await hours_out(session, actor, [row], actor))[0]


def _refuse_day(given: VolunteerHoursIn) -> None:
    if given.day > clock.today():
        raise one_fault("/day", "future", "日期不能晚于今天", "The date cannot be in the future")
    if given.day < EARLIEST:
        raise one_fault(
            "/day", "too_early", "只登记 1990 年以来的服务，请核对年份",
            "Only service since 1990 is entered; check the year",
        )  # fmt: skip
    if given.occurred_at is not None and clock.day_of(given.occurred_at) != given.day:
        raise one_fault("/occurred_at", "another_day", "不在所填的日期", "Not on that day")


def _refuse_unfinished(given: VolunteerHoursIn, begins: datetime) -> None:
    """Only what has been served is entered, to its last minute."""
    now = clock.now()
    if begins > now:
        pointer = "/day" if given.occurred_at is None else "/occurred_at"
        raise one_fault(pointer, "future", "这次服务还没有开始", "This service has not begun yet")
    if begins + timedelta(minutes=given.minutes) > now:
        raise one_fault(
            "/minutes", "future", "从开始到现在还没有这么久，请在服务结束后登记",
            "It has not lasted so long yet; enter it when it is over",
        )  # fmt: skip


async def _activity(
    session: AsyncSession, actor: Actor, given: VolunteerHoursIn, person: Person
) -> Activity | None:
    """The activity that is named, if the person can have served in it."""
    if given.activity_id is None:
        if given.title is None:
            raise one_fault("/title", "missing", "请填写活动名称", "Say what the service was")
        await refuse_excluded(session, given.title)
        return None
    if given.title is not None:
        raise one_fault(
            "/title", "extra_forbidden", "选择了活动的，不用填写名称", "The activity has its title"
        )
    async with whole_tree(session, actor):
        query = select_rows(Activity).where(col(Activity.id) == given.activity_id)
        activity = (await session.exec(query)).first()
        if activity is None or not await _served(session, activity, person):
            raise one_fault(
                "/activity_id", "unknown_activity",
                "没有这次活动，或此人不在活动范围内",
                "There is no such activity that this person is part of",
            )  # fmt: skip
    if activity.state in STATES:
        zh, en = STATES[activity.state]
        raise NOT_HELD(title=activity.title, state_zh=zh, state_en=en)
    if not await shifts_on(session, actor, activity.id, given.day):
        raise one_fault(
            "/day", "not_on_that_day", "活动在这一天没有班次", "The activity has no shift that day"
        )
    await refuse_longer(session, actor, activity.id, given.day, given.minutes)
    return activity


async def _served(session: AsyncSession, activity: Activity, person: Person) -> bool:
    """Whether the person belongs at or below the activity's organisation, or to a team. With the
    whole tree in view.
    """
    paths = select_rows(Organisation.id, Organisation.path).where(
        col(Organisation.id).in_((activity.organisation_id, person.organisation_id))
    )
    by_id = dict((await session.exec(paths)).all())
    if by_id[person.organisation_id].startswith(by_id[activity.organisation_id]):
        return True
    if activity.team_id is None:
        return False
    team = select(col(VolunteerTeam.id)).where(col(VolunteerTeam.id) == activity.team_id)
    below = team.cte("below", recursive=True)
    under = select(col(VolunteerTeam.id)).join(below, col(VolunteerTeam.parent_id) == below.c.id)
    belongs = select_rows(VolunteerTeamMember.id).where(
        col(VolunteerTeamMember.person_id) == person.id,
        col(VolunteerTeamMember.team_id).in_(select(below.union_all(under).c.id)),
    )
    return (await session.exec(belongs)).first() is not None


async def _refuse_twice(
    session: AsyncSession, actor: Actor, given: VolunteerHoursIn, person: Person, title: str
) -> None:
    async with whole_tree(session, actor):
        query = select_rows(VolunteerHours.id).where(
            col(VolunteerHours.person_id) == person.id,
            col(VolunteerHours.day) == given.day,
            col(VolunteerHours.state) != HoursState.REJECTED,
        )
        if given.activity_id is not None:
            query = query.where(col(VolunteerHours.activity_id) == given.activity_id)
        else:
            query = query.where(col(VolunteerHours.title) == title)
        found = (await session.exec(query)).first()
        there = select_rows(CheckIn.id).where(
            col(CheckIn.person_id) == person.id,
            col(CheckIn.activity_id) == given.activity_id,
            col(CheckIn.day) == given.day,
            col(CheckIn.state) != CheckInState.ANNULLED,
        )
        checked_in = (await session.exec(there)).first()
    if found is not None:
        raise ALREADY_ENTERED(name=person.name, day=given.day, title=title)
    if checked_in is not None:
        raise CHECKED_IN_THERE(name=person.name, day=given.day, title=title)


async def _row(
    session: AsyncSession, actor: Actor, given: VolunteerHoursIn, person: Person,
    activity: Activity | None, title: str, begins: datetime,
) -> VolunteerHours:  # fmt: skip
    async with whole_tree(session, actor):
        home = (await homes_on(session, [person.id], given.day))[person.id]
        day = PersonDay(person.id, given.day)
        total = (await minutes_of_days(session, [day])).get(day, 0) + given.minutes
    refuse_longer_than_a_day(person.name, given.day, total)
    inside = await reached(session, actor, [home])
    return VolunteerHours(
        id=new_id(),
        organisation_id=home if inside else person.organisation_id,
        person_id=person.id,
        activity_id=activity.id if activity else None,
        team_id=activity.team_id if activity else None,
        kind=HoursKind.LATE_ENTRY,
        title=title,
        day=given.day,
        occurred_at=begins,
        minutes=given.minutes,
        computed_minutes=given.minutes,
        approval=level_of(total),
        reason=given.reason,
    )


async def _begins(session: AsyncSession, actor: Actor, given: VolunteerHoursIn) -> datetime:
    """As given, else when the first shift of the day began; the start of the day where no activity
    is named.
    """
    if given.occurred_at is not None:
        return given.occurred_at.astimezone(UTC)
    if given.activity_id is None:
        return clock.start_of(given.day)
    return (await shifts_on(session, actor, given.activity_id, given.day))[0].starts_at
