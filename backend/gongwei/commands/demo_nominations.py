"""Half a year of nominations in the demonstration: 52 nominees of 21 units, in every stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation, Person
from gongwei.access.scope import below
from gongwei.audit.record import settle
from gongwei.commands import demo_texts as texts
from gongwei.commands.demo_people import Cast
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.members.models import Member, Service, Standing
from gongwei.secretaries.inspections import interviews
from gongwei.secretaries.inspections import service as inspections
from gongwei.secretaries.inspections.models import Finding, InterviewGroup
from gongwei.secretaries.inspections.schemas import (
    FacetIn,
    FacetsIn,
    InspectionChangeIn,
    InspectionIn,
    InterviewIn,
    TeamMemberIn,
)
from gongwei.secretaries.inspections.workflow import InspectionAction
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.nominations import service as nominations
from gongwei.secretaries.nominations.schemas import NominationActionIn, NominationIn
from gongwei.secretaries.nominations.workflow import NominationAction

A = NominationAction
UNITS = 21
ON_THE_WAY = (A.SUBMIT, A.START_INSPECTION, A.CONCLUDE, A.ENDORSE, A.APPROVE, A.APPOINT)
STAGES: tuple[tuple[int, int, NominationAction | None], ...] = (
    (6, 10, None),
    (5, 4, None),
    (4, 5, None),
    (3, 6, None),
    (2, 9, None),
    (1, 7, None),
    (0, 5, None),
    (3, 2, A.RETURN),
    (4, 2, A.REJECT),
    (1, 2, A.WITHDRAW),
)
"""So many steps on the way were taken by so many nominees, and how it ended for some."""
WHY = {
    A.RETURN: "推荐材料缺少党员大会记录，请补齐后再报。",
    A.REJECT: "职数已满，待换届时一并考虑。",
    A.WITHDRAW: "本人工作调动，单位撤回推荐。",
}


@dataclass(frozen=True)
class Nominee:
    """Somebody of a unit and the day on which the draft was written."""

    number: int
    unit: Organisation
    person_id: UUID
    begun_on: date

    @property
    def pace(self) -> int:
        """Days between two steps; a few took long, so that their talks are still due."""
        return 24 if 6 <= self.number <= 9 else 5


def at(day: date, hour: int = 10) -> clock.Frozen:
    """The clock at an hour of a day, in Chinese time."""
    return clock.Frozen(datetime.combine(day, time(hour - 8), UTC))


async def nominate(session: AsyncSession, cast: Cast) -> None:
    """Write every nomination and take it as far as its stage."""
    found = await _nominees(session, cast.units)
    begun = iter(found)
    for steps, count, end in STAGES:
        for _ in range(count):
            await _carry(session, cast, next(begun), steps, end)


async def _nominees(session: AsyncSession, units: Sequence[Organisation]) -> list[Nominee]:
    wanted = sum(count for _, count, _ in STAGES)
    people = [await _proposed(session, unit) for unit in units]
    found: list[Nominee] = []
    for turn in range(wanted):
        for unit, of_unit in zip(units, people, strict=True):
            if turn < len(of_unit) and len(found) < wanted:
                begun = clock.today() - timedelta(days=170 - 3 * len(found))
                found.append(Nominee(len(found), unit, of_unit[turn], begun))
    return found


async def _proposed(session: AsyncSession, unit: Organisation) -> list[UUID]:
    """Full members in service of the unit who hold no post yet."""
    holding = select(col(Appointment.person_id))
    query = (
        select(Person.id)
        .join(Member, col(Member.person_id) == col(Person.id))
        .join(Organisation, col(Organisation.id) == col(Member.organisation_id))
        .where(
            below(unit.path),
            Member.standing == Standing.FULL,
            Member.service == Service.IN_SERVICE,
            col(Person.id).not_in(holding),
        )
        .order_by(col(Person.birth_on), col(Person.id))
        .limit(4)
    )
    return list((await session.exec(query)).all())


async def _carry(
    session: AsyncSession, cast: Cast, one: Nominee, steps: int, end: NominationAction | None
) -> None:
    nomination_id = await _draft(session, cast, one)
    for number, action in enumerate(ON_THE_WAY[:steps]):
        day = one.begun_on + timedelta(days=2 + one.pace * number)
        with at(day):
            if action is A.CONCLUDE:
                await _inspect(session, cast.officer, nomination_id, one, day)
            await _act(session, cast, one, nomination_id, action, day)
    if steps == ON_THE_WAY.index(A.CONCLUDE) and one.number % 2 == 0:
        await _begin_inspection(session, cast.officer, nomination_id, one)
    if end is not None:
        with at(one.begun_on + timedelta(days=3 + 5 * steps)):
            await _act(session, cast, one, nomination_id, end, None)


async def _draft(session: AsyncSession, cast: Cast, one: Nominee) -> UUID:
    post = Post.FULL_TIME_DEPUTY_SECRETARY if one.number % 4 == 3 else Post.DEPUTY_SECRETARY
    with at(one.begun_on):
        drafted = await nominations.create(
            session,
            cast.secretary_of(one.unit),
            NominationIn(
                organisation_id=one.unit.id,
                person_id=one.person_id,
                post=post,
                full_time=post is Post.FULL_TIME_DEPUTY_SECRETARY,
                grounds=texts.GROUNDS[one.number % len(texts.GROUNDS)],
                take_office_on=one.begun_on + timedelta(days=30),
            ),
        )
        await settle(session)
    return drafted.id


async def _act(
    session: AsyncSession, cast: Cast, one: Nominee, nomination_id: UUID,
    action: NominationAction, day: date | None,
) -> None:  # fmt: skip
    body = NominationActionIn(reason=WHY.get(action))
    if action is A.APPROVE and day is not None:
        body.approval_number = f"云区直工委〔{day.year}〕{one.number + 11}号"
    if action is A.APPOINT:
        body.on = day
    await narrow(session, WHOLE_TREE)
    await nominations.act(session, _who(cast, one, action), nomination_id, action, body)
    await settle(session)
    await narrow(session, WHOLE_TREE)


def _who(cast: Cast, one: Nominee, action: NominationAction) -> Actor:
    if action in (A.SUBMIT, A.WITHDRAW):
        return cast.secretary_of(one.unit)
    if action is A.ENDORSE:
        return cast.leading_group_of(one.unit)
    return cast.leader if action in (A.APPROVE, A.REJECT) else cast.officer


async def _begin_inspection(
    session: AsyncSession, officer: Actor, nomination_id: UUID, one: Nominee
) -> UUID:
    """Team and first interviews of an inspection that goes on."""
    day = one.begun_on + timedelta(days=3 + one.pace)
    team = [
        TeamMemberIn(name=name, title=title, leader=number == 0)
        for number, (name, title) in enumerate(texts.TEAM)
    ]
    with at(day, 9):
        planned = InspectionIn(nomination_id=nomination_id, planned_on=day, team=team)
        inspection = await inspections.create(session, officer, planned)
        await settle(session)
        await inspections.act(session, officer, inspection.id, InspectionAction.START)
        await settle(session)
        for number in range(8 + one.number % 5):
            await interviews.enter(session, officer, inspection.id, _interview(number, day))
            await settle(session)
    return inspection.id


def _interview(number: int, day: date) -> InterviewIn:
    groups = tuple(InterviewGroup)
    group = groups[number % len(groups)]
    return InterviewIn(
        group=group,
        held_on=day,
        people=3 if group is InterviewGroup.MASSES else 1,
        interviewee=f"受访人{number + 1}",
        notes=texts.NOTES[number % len(texts.NOTES)],
    )


async def _inspect(
    session: AsyncSession, officer: Actor, nomination_id: UUID, one: Nominee, day: date
) -> None:
    inspection_id = await _begin_inspection(session, officer, nomination_id, one)
    with at(day, 15):
        facets = {
            facet.value: FacetIn(
                score=str(82 + (one.number * 7 + 3 * place) % 15),
                text=said[(one.number + place) % len(said)],
            )
            for place, (facet, said) in enumerate(texts.FACETS.items())
        }
        found = InspectionChangeIn(
            facets=FacetsIn(**facets),
            strengths=texts.STRENGTHS[one.number % len(texts.STRENGTHS)],
            shortcomings=texts.SHORTCOMINGS[one.number % len(texts.SHORTCOMINGS)],
            finding=Finding.SUITABLE,
            conclusion=texts.SUITABLE,
        )
        held = await inspections.read(session, officer, inspection_id)
        await inspections.change(session, officer, inspection_id, held.version, found)
        await settle(session)
        for action in (InspectionAction.REPORT, InspectionAction.CONCLUDE):
            await inspections.act(session, officer, inspection_id, action)
            await settle(session)
