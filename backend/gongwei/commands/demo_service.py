"""A year of volunteer service in the demonstration: nine detachments, a service day a month each,
hours verified, disputed and entered late, certificates, and one service day that goes on now.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.scope import below
from gongwei.audit.record import settle
from gongwei.commands import demo_texts as texts
from gongwei.commands.demo_nominations import at
from gongwei.commands.demo_people import Cast
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.schemas import ActionIn
from gongwei.members.models import Member, Service
from gongwei.volunteering.activities import service, sign_ups
from gongwei.volunteering.activities.schemas import ActivityIn, ActivityOut, ShiftIn
from gongwei.volunteering.activities.sign_up_schemas import SignUpIn
from gongwei.volunteering.activities.workflow import ActivityAction as A
from gongwei.volunteering.attendance.models import CheckInMethod, CheckInType
from gongwei.volunteering.attendance.schemas import CheckInIn
from gongwei.volunteering.attendance.service import answers_to
from gongwei.volunteering.hours import acts, late_entries
from gongwei.volunteering.hours.models import HoursState, VolunteerHours
from gongwei.volunteering.hours.schemas import VolunteerHoursIn
from gongwei.volunteering.teams import members as team_members
from gongwei.volunteering.teams import service as teams
from gongwei.volunteering.teams.models import TeamKind, TeamPost
from gongwei.volunteering.teams.schemas import VolunteerTeamIn, VolunteerTeamMemberIn

DETACHMENTS, MONTHS, VOLUNTEERS, ON_THE_DAY = 9, 12, 14, 7
FOUNDED = timedelta(days=400)


@dataclass
class Detachment:
    """A detachment, who runs it, and its people in the order of their names."""

    unit: Organisation
    secretary: Actor
    people: Sequence[Person]
    team_id: UUID
    done: list[UUID] = field(default_factory=list)


async def serve_a_year(session: AsyncSession, cast: Cast, own_id: UUID) -> list[Detachment]:
    """Found the detachments and hold their service days of the last twelve months: every month at
    the department whose accounts the sign-in page offers, every second one elsewhere.
    """
    with at(clock.today() - FOUNDED):
        corps = await _team(session, cast.officer, cast.officer.organisation_id, TeamKind.CORPS,
                            texts.CORPS, None)  # fmt: skip
        found = [await _detachment(session, cast, unit, corps) for unit in cast.units[:DETACHMENTS]]
    for number, detachment in enumerate(found):
        for months in range(MONTHS, 0, -1 if detachment.unit.id == own_id else -2):
            day = clock.months_later(clock.today(), -months) + timedelta(days=number % 5)
            await _service_day(session, detachment, day, MONTHS - months + number)
        await _enter_late(session, detachment, number)
    return found


async def _team(
    session: AsyncSession, actor: Actor, organisation_id: UUID, kind: TeamKind, name: str,
    parent_id: UUID | None,
) -> UUID:  # fmt: skip
    await narrow(session, WHOLE_TREE)
    entry = VolunteerTeamIn(
        organisation_id=organisation_id, parent_id=parent_id, kind=kind, name=name,
        professions=list(texts.PROFESSIONS[kind]), introduction=texts.TEAM_INTRODUCTION,
        founded_on=clock.today(),
    )  # fmt: skip
    made = await teams.create(session, actor, entry)
    await settle(session)
    return made.id


async def _detachment(
    session: AsyncSession, cast: Cast, unit: Organisation, corps: UUID
) -> Detachment:
    secretary = cast.secretary_of(unit)
    team_id = await _team(
        session, cast.officer, unit.id, TeamKind.DETACHMENT, f"{_plain(unit)}志愿服务支队", corps
    )
    people = await _in_service(session, unit)
    for person in people:
        await narrow(session, WHOLE_TREE)
        post = TeamPost.LEADER if person.id == secretary.person_id else TeamPost.MEMBER
        entry = VolunteerTeamMemberIn(person_id=person.id, post=post)
        await team_members.enter(session, secretary, team_id, entry)
        await settle(session)
    return Detachment(unit, secretary, people, team_id)


def _plain(unit: Organisation) -> str:
    """`区财政局`, of `中共区财政局总支部委员会`."""
    return re.sub(r"^中共|(总支部|支部)?委员会$", "", unit.name)


async def _in_service(session: AsyncSession, unit: Organisation) -> Sequence[Person]:
    query = (
        select(Person)
        .join(Member, col(Member.person_id) == col(Person.id))
        .join(Organisation, col(Organisation.id) == col(Member.organisation_id))
        .where(below(unit.path), Member.service == Service.IN_SERVICE)
        .order_by(col(Person.name_pinyin), col(Person.id))
    )
    return (await session.exec(query.limit(VOLUNTEERS))).all()


async def _service_day(
    session: AsyncSession, detachment: Detachment, day: date, number: int
) -> None:
    """One service day that anybody could join, published a week before. The last month's hours
    still wait.
    """
    plan = texts.SERVICE_DAYS[number % len(texts.SERVICE_DAYS)]
    hours = 3 + number % 3
    with at(day - timedelta(days=7)):
        activity = await plan_day(
            session, detachment, plan, _at(day, 9), hours, sign_up_required=False
        )
        await act(session, detachment.secretary, activity.id, A.PUBLISH)
        start = number % (VOLUNTEERS - ON_THE_DAY)
        coming = detachment.people[start : start + ON_THE_DAY]
    with at(day, 9):
        await act(session, detachment.secretary, activity.id, A.START)
        await mark(session, detachment.secretary, activity, coming, CheckInType.ENTRY)
    is_recent = clock.today() - day < timedelta(days=45)
    with at(day, 9 + hours):
        leaving = coming[1:] if is_recent else coming
        await mark(session, detachment.secretary, activity, leaving, CheckInType.EXIT)
        await act(session, detachment.secretary, activity.id, A.COMPLETE)
    detachment.done.append(activity.id)
    if not is_recent:
        with at(day + timedelta(days=2)):
            await _verify(session, detachment, activity.id)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), clock.DEFAULT_ZONE)


async def plan_day(
    session: AsyncSession, detachment: Detachment, plan: texts.ServiceDay, starts_at: datetime,
    hours: int, **more: Any,
) -> ActivityOut:  # fmt: skip
    """A draft of one shift of so many hours; `more` are further members of `ActivityIn`."""
    await narrow(session, WHOLE_TREE)
    shift = ShiftIn(
        post=plan.post, starts_at=starts_at, ends_at=starts_at + timedelta(hours=hours),
        capacity=more.pop("capacity", None),
    )  # fmt: skip
    entry = ActivityIn(
        organisation_id=detachment.unit.id, team_id=detachment.team_id, title=plan.title,
        theme=plan.theme, description=plan.description, place=plan.place,
        place_kind=plan.place_kind, served_party=plan.served_party,
        leader_id=detachment.secretary.person_id, shifts=[shift], **more,
    )  # fmt: skip
    made = await service.create(session, detachment.secretary, entry)
    await settle(session)
    return made


async def act(session: AsyncSession, actor: Actor, activity_id: UUID, action: A) -> None:
    """Move an activity along."""
    await narrow(session, WHOLE_TREE)
    await service.act(session, actor, activity_id, action, ActionIn())
    await settle(session)


async def sign_up(
    session: AsyncSession, actor: Actor, activity: ActivityOut, people: Sequence[Person]
) -> None:
    """Sign people up for the activity's first shift."""
    for person in people:
        await narrow(session, WHOLE_TREE)
        entry = SignUpIn(shift_id=activity.shifts[0].id, person_id=person.id)
        await sign_ups.sign_up(session, actor, entry)
        await settle(session)


async def mark(
    session: AsyncSession, actor: Actor, activity: ActivityOut, people: Sequence[Person],
    kind: CheckInType,
) -> None:  # fmt: skip
    """Mark people on the list, this moment."""
    await narrow(session, WHOLE_TREE)
    marks = [
        CheckInIn(
            shift_id=activity.shifts[0].id, person_id=person.id, type=kind,
            method=CheckInMethod.LIST, occurred_at=clock.now(), nonce=uuid4(),
        )
        for person in people
    ]  # fmt: skip
    for answer in await answers_to(session, [(actor, one) for one in marks]):
        if isinstance(answer, Exception):
            raise answer
    await settle(session)


async def _verify(session: AsyncSession, detachment: Detachment, activity_id: UUID) -> None:
    await narrow(session, WHOLE_TREE)
    query = select(VolunteerHours.id).where(
        VolunteerHours.activity_id == activity_id, VolunteerHours.state == HoursState.PENDING
    )
    pending = (await session.exec(query)).all()
    await acts.verify_together(session, detachment.secretary, pending, "zh")
    await settle(session)
    if (await session.exec(query)).first() is None:
        await act(session, detachment.secretary, activity_id, A.SETTLE)


async def _enter_late(session: AsyncSession, detachment: Detachment, number: int) -> None:
    """Two services a detachment that were written down weeks afterwards."""
    for months, person in zip((8, 3), detachment.people[2:4], strict=False):
        day = clock.months_later(clock.today(), -months) + timedelta(days=number)
        with at(day + timedelta(days=20)):
            await narrow(session, WHOLE_TREE)
            entry = VolunteerHoursIn(
                person_id=person.id, title=texts.LATE_SERVICE, day=day, minutes=120 + 30 * number,
                reason=texts.LATE_REASON,
            )  # fmt: skip
            made = await late_entries.create(session, detachment.secretary, entry)
            await settle(session)
            await narrow(session, WHOLE_TREE)
            await acts.verify_together(session, detachment.secretary, [made.id], "zh")
            await settle(session)
