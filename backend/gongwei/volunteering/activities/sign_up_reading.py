"""Sign-ups with the names around them, their place on the waiting list, and what may be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope
from gongwei.core import clock
from gongwei.volunteering.activities.models import Activity, Shift, SignUp, SignUpState
from gongwei.volunteering.activities.sign_up_schemas import SignUpOut
from gongwei.volunteering.activities.waiting import RUNNING, waiting_places
from gongwei.volunteering.activities.workflow import SIGN_UP
from gongwei.volunteering.naming import Named, people

READ, WRITE = Permission.VOLUNTEERING_READ, Permission.ACTIVITIES_WRITE
SERVE = Permission.VOLUNTEERING_SERVE


@dataclass(frozen=True)
class SignUpLine:
    """A sign-up with what stands around it."""

    sign_up: SignUp
    shift: Shift
    activity: Activity
    who: Named


async def sign_ups_out(
    session: AsyncSession, actor: Actor, reader: Actor, ids: Sequence[UUID]
) -> list[SignUpOut]:
    """These sign-ups in their order. `reader` is who may see what stands around them: the caller,
    or the caller in an own matter.
    """
    query: Any = (
        select(SignUp, Shift, Activity)
        .join(Shift, col(Shift.id) == col(SignUp.shift_id))
        .join(Activity, col(Activity.id) == col(SignUp.activity_id))
        .where(in_scope(reader, SignUp, READ), col(SignUp.id).in_(ids))
    )
    rows = (await session.execute(query)).all()
    named = await people(session, actor, reader, (row[0].person_id for row in rows))
    lines = {
        sign_up.id: SignUpLine(sign_up, shift, activity, named[sign_up.person_id])
        for sign_up, shift, activity in rows
    }
    waiting = [
        one.shift.id for one in lines.values() if one.sign_up.state is SignUpState.WAITLISTED
    ]
    places = await waiting_places(session, reader, waiting) if waiting else {}
    is_staff = reader is actor and actor.may(WRITE)
    return [_out(actor, lines[one], places, is_staff=is_staff) for one in ids]


def _out(
    actor: Actor, line: SignUpLine, places: Mapping[UUID, int], *, is_staff: bool
) -> SignUpOut:
    row = line.sign_up
    return SignUpOut(
        **row.model_dump(include=set(SignUpOut.model_fields)),
        allowed_actions=_allowed(actor, line, is_staff=is_staff),
        activity_title=line.activity.title,
        post=line.shift.post,
        starts_at=line.shift.starts_at,
        ends_at=line.shift.ends_at,
        name=line.who.name,
        organisation_name=line.who.organisation_name,
        waiting_place=places.get(row.id),
    )


def _allowed(actor: Actor, line: SignUpLine, *, is_staff: bool) -> list[str]:
    if line.shift.starts_at <= clock.now() or line.activity.state not in RUNNING:
        return []
    is_own = line.sign_up.person_id == actor.person_id and actor.may(SERVE)
    held = {WRITE, SERVE} if is_staff else {SERVE} if is_own else set()
    return SIGN_UP.allowed(line.sign_up.state, held)
