"""Activities as somebody sees them who may come: invited, signed up, or leading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.narrowing import as_oneself
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, in_scope, refuse_unready, visible
from gongwei.core import clock
from gongwei.core.errors import NOT_FOUND
from gongwei.core.pagination import paginate
from gongwei.core.schemas import Page
from gongwei.volunteering.activities.inviting import standing_of
from gongwei.volunteering.activities.leading import leads
from gongwei.volunteering.activities.models import (
    Activity,
    ActivityNotice,
    ActivityState,
    Shift,
    SignUp,
    SignUpState,
)
from gongwei.volunteering.activities.planning import moved
from gongwei.volunteering.activities.reading import (
    Counts,
    shifts_of,
    sign_up_counts,
    team_names,
)
from gongwei.volunteering.activities.schemas import OwnNoticeOut
from gongwei.volunteering.activities.sign_up_schemas import (
    OwnActivityOut,
    OwnActivityQuery,
    OwnShiftOut,
    OwnSignUpOut,
)
from gongwei.volunteering.activities.sign_ups import takes_sign_ups
from gongwei.volunteering.activities.waiting import RUNNING, waiting_places
from gongwei.volunteering.naming import people, places_of

READ = Permission.VOLUNTEERING_READ
KEY: Any = col(Activity.id)
SORTS: dict[str, Any] = {"starts_at": col(Activity.starts_at)}


@dataclass(frozen=True)
class Own:
    """What the caller has to do with the shifts of a page."""

    sign_ups: Mapping[UUID, SignUp]
    places: Mapping[UUID, int]
    taken: Sequence[Shift]
    counts: Counts


async def list_own(
    session: AsyncSession, actor: Actor, asked: OwnActivityQuery
) -> Page[OwnActivityOut]:
    """What the caller is invited to, signed up for, or leads; the earliest start first."""
    allow(actor, Permission.VOLUNTEERING_SERVE)
    if actor.person_id is None:
        return Page(items=[])
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, Activity, READ).where(await _concerns(session, oneself))
        if asked.from_on is not None:
            query = query.where(col(Activity.ends_at) > clock.start_of(asked.from_on))
        if asked.until_on is not None:
            query = query.where(col(Activity.starts_at) < moved(clock.start_of(asked.until_on), 1))
        rows = await paginate(session, query, asked, sorts=SORTS, default="starts_at", key=KEY)
        items = await _out(session, actor, oneself, rows.items)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read_own(session: AsyncSession, actor: Actor, activity_id: UUID) -> OwnActivityOut:
    """One of them. 404 for whom it does not concern."""
    refuse_unready(actor)
    if actor.person_id is None or not actor.may(Permission.VOLUNTEERING_SERVE):
        raise NOT_FOUND()
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, Activity, READ).where(
            col(Activity.id) == activity_id, await _concerns(session, oneself)
        )
        found = (await session.exec(query)).first()
        if found is None:
            raise NOT_FOUND()
        return (await _out(session, actor, oneself, [found]))[0]


async def _concerns(session: AsyncSession, oneself: Actor) -> ColumnElement[bool]:
    """What is open to the caller, and what the caller leads or was signed up for; drafts are not
    told of yet.
    """
    assert oneself.person_id is not None
    standing = await standing_of(session, oneself.person_id)
    signed_up = select(col(SignUp.activity_id)).where(
        in_scope(oneself, SignUp, READ), col(SignUp.person_id) == oneself.person_id
    )
    return and_(
        col(Activity.state) != ActivityState.DRAFT,
        or_(
            and_(col(Activity.state).in_(RUNNING), standing.invited),
            col(Activity.leader_id) == oneself.person_id,
            col(Activity.id).in_(signed_up),
        ),
    )


async def _out(
    session: AsyncSession, actor: Actor, oneself: Actor, rows: Sequence[Activity]
) -> list[OwnActivityOut]:
    ids = [row.id for row in rows]
    places = await places_of(session, oneself, (row.organisation_id for row in rows))
    teams = await team_names(session, oneself, (row.team_id for row in rows))
    leaders = await people(session, actor, oneself, (row.leader_id for row in rows))
    shifts = await shifts_of(session, oneself, ids)
    own = await _own(session, oneself, ids, shifts)
    notices = await _notices(session, oneself, ids)
    return [
        OwnActivityOut(
            **row.model_dump(include=set(OwnActivityOut.model_fields)),
            organisation_name=places[row.organisation_id][0],
            team_name=teams.get(row.team_id) if row.team_id else None,
            leader_name=leaders[row.leader_id].name if row.leader_id else None,
            leads=leads(actor, row),
            shifts=[_shift_out(row, one, own) for one in shifts if one.activity_id == row.id],
            notices=[
                OwnNoticeOut.model_validate(one) for one in notices if one.activity_id == row.id
            ],
        )
        for row in rows
    ]


async def _own(
    session: AsyncSession, oneself: Actor, ids: Sequence[UUID], shifts: Sequence[Shift]
) -> Own:
    query = visible(oneself, SignUp, READ).where(
        col(SignUp.person_id) == oneself.person_id,
        col(SignUp.activity_id).in_(ids),
        col(SignUp.state) != SignUpState.CANCELLED,
    )
    held = (await session.exec(query)).all()
    waiting = [one.shift_id for one in held if one.state is SignUpState.WAITLISTED]
    return Own(
        sign_ups={one.shift_id: one for one in held},
        places=await waiting_places(session, oneself, waiting) if waiting else {},
        taken=await _taken(session, oneself, shifts),
        counts=await sign_up_counts(session, oneself, ids),
    )


async def _taken(session: AsyncSession, oneself: Actor, shifts: Sequence[Shift]) -> Sequence[Shift]:
    """The caller's shifts at the time of any of these."""
    if not shifts:
        return []
    query = (
        visible(oneself, Shift, READ)
        .join(SignUp, col(SignUp.shift_id) == col(Shift.id))
        .join(Activity, col(Activity.id) == col(Shift.activity_id))
        .where(
            col(SignUp.person_id) == oneself.person_id,
            col(SignUp.state) != SignUpState.CANCELLED,
            col(Shift.cancelled_at).is_(None),
            col(Activity.state).in_(RUNNING),
            col(Shift.starts_at) < max(one.ends_at for one in shifts),
            col(Shift.ends_at) > min(one.starts_at for one in shifts),
        )
    )
    return (await session.exec(query)).all()


def _shift_out(activity: Activity, shift: Shift, own: Own) -> OwnShiftOut:
    held = own.sign_ups.get(shift.id)
    confirmed = own.counts.get((shift.id, SignUpState.CONFIRMED), 0)
    why = None
    if not takes_sign_ups(activity, shift):
        why = "closed"
    elif any(
        one.id != shift.id and one.starts_at < shift.ends_at and one.ends_at > shift.starts_at
        for one in own.taken
    ):
        why = "overlap"
    elif shift.capacity is not None and confirmed >= shift.capacity:
        why = "full_waiting"
    return OwnShiftOut(
        **shift.model_dump(include=set(OwnShiftOut.model_fields)),
        confirmed_count=confirmed,
        waitlisted_count=own.counts.get((shift.id, SignUpState.WAITLISTED), 0),
        own_sign_up=_sign_up_out(held, own.places) if held else None,
        can_sign_up=held is None and why in (None, "full_waiting"),
        closed_because=why if held is None else None,
    )


def _sign_up_out(held: SignUp, places: Mapping[UUID, int]) -> OwnSignUpOut:
    return OwnSignUpOut(id=held.id, state=held.state, waiting_place=places.get(held.id))


async def _notices(
    session: AsyncSession, oneself: Actor, ids: Sequence[UUID]
) -> Sequence[ActivityNotice]:
    """What the caller was told: alone, or with everybody who signed up."""
    signed_up = select(col(SignUp.activity_id)).where(
        in_scope(oneself, SignUp, READ), col(SignUp.person_id) == oneself.person_id
    )
    to_all = and_(
        col(ActivityNotice.person_id).is_(None), col(ActivityNotice.activity_id).in_(signed_up)
    )
    query = (
        visible(oneself, ActivityNotice, READ)
        .where(
            col(ActivityNotice.activity_id).in_(ids),
            or_(col(ActivityNotice.person_id) == oneself.person_id, to_all),
        )
        .order_by(col(ActivityNotice.created_at).desc())
    )
    return (await session.exec(query)).all()
