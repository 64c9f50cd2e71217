"""What a member sees of the own attendance: today's shifts, the record, the personal code."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.narrowing import NO_PERSON, as_oneself
from gongwei.access.people import among
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, in_scope, refuse_unready, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.schemas import Page
from gongwei.volunteering.activities.models import (
    Activity,
    ActivityState,
    Shift,
    SignUp,
    SignUpState,
)
from gongwei.volunteering.attendance.codes import personal_code
from gongwei.volunteering.attendance.facts import DAY, FIRST_SERIAL, Door
from gongwei.volunteering.attendance.models import CheckIn, CheckInState, PersonalCode
from gongwei.volunteering.attendance.pairs import PAIRS_A_DAY, Pair, minutes_of, paired
from gongwei.volunteering.attendance.reading import READ, check_ins_out
from gongwei.volunteering.attendance.schemas import (
    CheckInOut,
    NextStep,
    OwnAttendanceOut,
    OwnAttendanceShiftOut,
    PersonalCodeOut,
)

KEY: Any = col(CheckIn.id)
LATEST: dict[str, Any] = {"day": col(CheckIn.day)}
TAKES_PLACE = (ActivityState.PUBLISHED, ActivityState.IN_PROGRESS, ActivityState.COMPLETED)


async def list_own_check_ins(
    session: AsyncSession, actor: Actor, params: PageParams
) -> Page[CheckInOut]:
    """The caller's own check-ins, wherever they stand in the tree, the latest day first."""
    refuse_unready(actor)
    if actor.person_id is None:
        return Page(items=[])
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, CheckIn, READ).where(col(CheckIn.person_id) == actor.person_id)
        rows = await paginate(session, query, params, sorts=LATEST, default="-day", key=KEY)
        items = await check_ins_out(session, actor, rows.items)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read_own_attendance(session: AsyncSession, actor: Actor) -> OwnAttendanceOut:
    """The caller's shifts of today: those signed up for, and those where the caller is or was."""
    refuse_unready(actor)
    now = clock.now()
    if actor.person_id is None:
        return OwnAttendanceOut(server_time=now, items=[])
    async with as_oneself(session, actor) as oneself:
        check_ins = await _of_today(session, oneself)
        shown = await check_ins_out(session, actor, check_ins)
        doors = await _doors_of_today(session, oneself, [one.shift_id for one in check_ins])
    items = [_own_shift(door, check_ins, shown) for door in doors]
    return OwnAttendanceOut(server_time=now, items=items)


async def _of_today(session: AsyncSession, oneself: Actor) -> Sequence[CheckIn]:
    """The own check-ins of today, and those of yesterday for a shift across midnight."""
    query = visible(oneself, CheckIn, READ).where(
        col(CheckIn.person_id) == oneself.person_id,
        col(CheckIn.day).between(clock.today() - DAY, clock.today()),
        col(CheckIn.state) != CheckInState.ANNULLED,
    )
    return (await session.exec(query.order_by(col(CheckIn.occurred_at), KEY))).all()


async def _doors_of_today(
    session: AsyncSession, oneself: Actor, attended: Sequence[UUID]
) -> list[Door]:
    signed_up = select(SignUp.shift_id).where(
        in_scope(oneself, SignUp, READ),
        col(SignUp.person_id) == oneself.person_id,
        col(SignUp.state) == SignUpState.CONFIRMED,
    )
    begins = clock.start_of(clock.today())
    query = (
        select(Shift, Activity)
        .join(Activity, col(Activity.id) == col(Shift.activity_id))
        .where(
            in_scope(oneself, Shift, READ),
            or_(col(Shift.id).in_(signed_up), among(col(Shift.id), attended, Uuid())),
            col(Shift.ends_at) > begins,
            col(Shift.starts_at) < begins + DAY,
            col(Shift.cancelled_at).is_(None),
            col(Activity.state).in_(TAKES_PLACE),
        )
        .order_by(col(Shift.starts_at), col(Shift.id))
    )
    return [Door(activity, shift) for shift, activity in (await session.exec(query)).all()]


def _own_shift(
    door: Door, check_ins: Sequence[CheckIn], shown: Sequence[CheckInOut]
) -> OwnAttendanceShiftOut:
    pairs = paired(one for one in check_ins if one.shift_id == door.shift.id)
    return OwnAttendanceShiftOut(
        activity_id=door.activity.id,
        activity_title=door.activity.title,
        shift_id=door.shift.id,
        post=door.shift.post,
        starts_at=door.shift.starts_at,
        ends_at=door.shift.ends_at,
        next=_next_step(door, pairs, check_ins),
        minutes=minutes_of(pairs),
        check_ins=[one for one in shown if one.shift_id == door.shift.id],
    )


def _next_step(door: Door, pairs: Sequence[Pair], check_ins: Sequence[CheckIn]) -> NextStep:
    """Who left comes in again, while the shift takes entries and the day has pairs left."""
    if not pairs:
        return NextStep.ENTRY
    if pairs[-1].is_open:
        return NextStep.EXIT
    today = clock.today()
    of_today = paired(
        one for one in check_ins if one.activity_id == door.activity.id and one.day == today
    )
    may_enter = clock.now() <= door.shift.ends_at and len(of_today) < PAIRS_A_DAY
    return NextStep.ENTRY if may_enter else NextStep.DONE


async def read_personal_code(session: AsyncSession, actor: Actor) -> PersonalCodeOut:
    """What the caller's phone shows. It does not expire, so that it works without network; renewing
    it ends it.
    """
    allow(actor, Permission.VOLUNTEERING_SERVE)
    if actor.person_id is None:
        raise NO_PERSON()
    async with as_oneself(session, actor) as oneself:
        person, held = await _held(session, oneself, actor.person_id)
    return _shown(person, held)


async def renew_personal_code(session: AsyncSession, actor: Actor) -> PersonalCodeOut:
    """A new code in the place of the old one, which ends at once."""
    allow(actor, Permission.VOLUNTEERING_SERVE)
    if actor.person_id is None:
        raise NO_PERSON()
    async with as_oneself(session, actor) as oneself:
        person, held = await _held(session, oneself, actor.person_id)
    # The person may stand outside of the caller's subtree, and the entry in the log with it.
    await narrow(session, WHOLE_TREE)
    if held is None:
        held = PersonalCode(
            organisation_id=person.organisation_id, person_id=person.id, serial=FIRST_SERIAL
        )
        session.add(held)
    held.serial += 1
    record(session, actor, "personal_code.renew", held, label=person.name)
    await session.flush()
    return _shown(person, held)


async def _held(
    session: AsyncSession, oneself: Actor, person_id: UUID
) -> tuple[Person, PersonalCode | None]:
    person = await fetch(session, oneself, Person, person_id, read=Permission.MEMBERS_READ)
    query = visible(oneself, PersonalCode, READ).where(col(PersonalCode.person_id) == person.id)
    return person, (await session.exec(query.with_for_update())).first()


def _shown(person: Person, held: PersonalCode | None) -> PersonalCodeOut:
    serial = held.serial if held is not None else FIRST_SERIAL
    return PersonalCodeOut(code=personal_code(person.id, serial), name=person.name)
