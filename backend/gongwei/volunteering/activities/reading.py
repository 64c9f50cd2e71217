"""Activities and shifts with what stands around them, looked up for the page alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope, visible
from gongwei.core import clock
from gongwei.volunteering.activities.leading import leads
from gongwei.volunteering.activities.models import (
    Activity,
    ActivityState,
    Shift,
    SignUp,
    SignUpState,
)
from gongwei.volunteering.activities.schemas import ActivityOut, ShiftOut
from gongwei.volunteering.activities.timing import is_timely
from gongwei.volunteering.activities.workflow import ACTIVITY, ActivityAction
from gongwei.volunteering.naming import NAMELESS, people, places_of, reaches
from gongwei.volunteering.teams.models import VolunteerTeam

READ = Permission.VOLUNTEERING_READ
Counts = dict[tuple[UUID, SignUpState], int]
SHIFTS_CHANGE_IN = ACTIVITY.editable | {ActivityState.IN_PROGRESS}
"""A running service day may still get a shift more, or one that is longer."""


@dataclass(frozen=True)
class Held:
    """What the caller holds over one activity: nothing outside the own subtree, taking attendance
    where the own person leads it."""

    permissions: frozenset[Permission]

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions


def held_over(actor: Actor, activity: Activity, path: str) -> Held:
    """`path` is that of the activity's organisation."""
    held = actor.permissions if reaches(actor, path) else frozenset()
    if leads(actor, activity):
        held = held | {Permission.ATTENDANCE_TAKE}
    return Held(held)


def allowed_actions(held: Held, activity: Activity, shifts: Sequence[Shift]) -> list[str]:
    """What the caller may do with the activity, which has these shifts, now: nothing before its
    time or after it.
    """
    found = ACTIVITY.allowed(activity.state, held.permissions)
    return [one for one in found if is_timely(ActivityAction(one), activity, shifts)]


def shift_actions(held: Held, activity: Activity, shift: Shift) -> list[str]:
    """What the caller may do with a shift now, besides changing it."""
    possible = (
        held.may(Permission.ACTIVITIES_WRITE)
        and activity.state in SHIFTS_CHANGE_IN
        and shift.cancelled_at is None
        and shift.ends_at > clock.now()
    )
    return ["cancel"] if possible else []


async def activities_out(
    session: AsyncSession, actor: Actor, rows: Sequence[Activity], reader: Actor | None = None
) -> list[ActivityOut]:
    """The activities with what `actor` may do; `reader` is who may see what stands around them,
    where that is somebody else: the caller as the leader.
    """
    sees = reader or actor
    places = await places_of(session, sees, (row.organisation_id for row in rows))
    teams = await team_names(session, sees, (row.team_id for row in rows))
    leaders = await people(session, actor, sees, (row.leader_id for row in rows))
    shifts = await shifts_of(session, sees, [row.id for row in rows])
    counts = await sign_up_counts(session, sees, [row.id for row in rows])
    of_activity: dict[UUID, list[Shift]] = defaultdict(list)
    for shift in shifts:
        of_activity[shift.activity_id].append(shift)
    found = []
    for row in rows:
        name, path = places.get(row.organisation_id, (NAMELESS, ""))
        held = held_over(actor, row, path)
        own = [_shift_out(held, row, one, counts) for one in of_activity[row.id]]
        found.append(
            ActivityOut(
                **row.model_dump(include=set(ActivityOut.model_fields)),
                allowed_actions=allowed_actions(held, row, of_activity[row.id]),
                organisation_name=name,
                team_name=teams.get(row.team_id) if row.team_id else None,
                leader_name=leaders[row.leader_id].name if row.leader_id else None,
                shifts=own,
                confirmed_count=sum(one.confirmed_count for one in own),
                waitlisted_count=sum(one.waitlisted_count for one in own),
                takes_attendance=held.may(Permission.ATTENDANCE_TAKE),
            )
        )
    return found


async def team_names(
    session: AsyncSession, reader: Actor, ids: Iterable[UUID | None]
) -> dict[UUID, str]:
    """Names of teams by id."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    query = select(col(VolunteerTeam.id), col(VolunteerTeam.name)).where(
        in_scope(reader, VolunteerTeam, READ), col(VolunteerTeam.id).in_(wanted)
    )
    return dict((await session.exec(query)).all())


async def shifts_of(
    session: AsyncSession, reader: Actor, activity_ids: Sequence[UUID]
) -> Sequence[Shift]:
    """The shifts of these activities, by their start."""
    query = visible(reader, Shift, READ).where(among(col(Shift.activity_id), activity_ids))
    ordered = query.order_by(col(Shift.starts_at), col(Shift.id))
    return (await session.exec(ordered)).all()


async def sign_up_counts(
    session: AsyncSession, reader: Actor, activity_ids: Sequence[UUID]
) -> Counts:
    """How many sign-ups each shift of these activities has, by state."""
    query = (
        select(col(SignUp.shift_id), col(SignUp.state), func.count())
        .where(
            in_scope(reader, SignUp, READ),
            among(col(SignUp.activity_id), activity_ids),
            col(SignUp.state) != SignUpState.CANCELLED,
        )
        .group_by(col(SignUp.shift_id), col(SignUp.state))
    )
    return {(shift, state): number for shift, state, number in (await session.exec(query)).all()}


async def shifts_out(
    session: AsyncSession, actor: Actor, activity: Activity, shifts: Sequence[Shift]
) -> list[ShiftOut]:
    """Shifts of one activity that the caller may read, with what may be done with each."""
    places = await places_of(session, actor, [activity.organisation_id])
    held = held_over(actor, activity, places[activity.organisation_id][1])
    counts = await sign_up_counts(session, actor, [activity.id])
    return [_shift_out(held, activity, one, counts) for one in shifts]


def _shift_out(held: Held, activity: Activity, shift: Shift, counts: Counts) -> ShiftOut:
    return ShiftOut(
        **shift.model_dump(include=set(ShiftOut.model_fields)),
        state="cancelled" if shift.cancelled_at else "open",
        allowed_actions=shift_actions(held, activity, shift),
        confirmed_count=counts.get((shift.id, SignUpState.CONFIRMED), 0),
        waitlisted_count=counts.get((shift.id, SignUpState.WAITLISTED), 0),
    )
