"""The waiting list of a shift: in the order of sign-up, and moving up when a place comes free."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import in_scope, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.volunteering.activities.models import (
    Activity,
    ActivityState,
    NoticeKind,
    Shift,
    SignUp,
    SignUpState,
)
from gongwei.volunteering.activities.notices import about, tell
from gongwei.volunteering.activities.workflow import SIGN_UP, SignUpAction

READ = Permission.VOLUNTEERING_READ
RUNNING = frozenset({ActivityState.PUBLISHED, ActivityState.IN_PROGRESS})


async def has_room(session: AsyncSession, reader: Actor, shift: Shift) -> bool:
    """Whether the shift, which the caller holds locked, has a place left."""
    return shift.capacity is None or await _confirmed(session, reader, shift) < shift.capacity


async def _confirmed(session: AsyncSession, reader: Actor, shift: Shift) -> int:
    query = select(func.count()).where(
        in_scope(reader, SignUp, READ),
        col(SignUp.shift_id) == shift.id,
        col(SignUp.state) == SignUpState.CONFIRMED,
    )
    return (await session.exec(query)).one()


async def move_up(
    session: AsyncSession, actor: Actor, reader: Actor, activity: Activity, shift: Shift
) -> None:
    """Give the free places of a locked shift to the first of the waiting list, and tell them."""
    over = shift.ends_at <= clock.now() or shift.cancelled_at is not None
    if over or activity.state not in RUNNING:
        return
    query = (
        visible(reader, SignUp, READ)
        .where(col(SignUp.shift_id) == shift.id, col(SignUp.state) == SignUpState.WAITLISTED)
        .order_by(col(SignUp.created_at), col(SignUp.id))
        .with_for_update()
    )
    if shift.capacity is not None:
        query = query.limit(max(0, shift.capacity - await _confirmed(session, reader, shift)))
    for waiting in (await session.exec(query)).all():
        promote(session, actor, activity, shift, waiting)
    await session.flush()


def promote(
    session: AsyncSession, actor: Actor, activity: Activity, shift: Shift, waiting: SignUp
) -> None:
    """Confirm somebody who waits, and say so to them. 409 `invalid_state` for anybody else."""
    SIGN_UP.apply(waiting, SignUpAction.PROMOTE, ())
    waiting.promoted_at = clock.now()
    notice = tell(session, activity, NoticeKind.PROMOTED, about(shift), person_id=waiting.person_id)
    label = f"{activity.title} · {shift.post}"
    record(session, actor, "sign_up.promote", waiting, label=label, parts=[notice])


async def waiting_places(
    session: AsyncSession, reader: Actor, shift_ids: Iterable[UUID]
) -> dict[UUID, int]:
    """The place of each sign-up on the waiting lists of these shifts, from 1."""
    place = func.row_number().over(
        partition_by=col(SignUp.shift_id), order_by=(col(SignUp.created_at), col(SignUp.id))
    )
    query = select(col(SignUp.id), place).where(
        in_scope(reader, SignUp, READ),
        col(SignUp.shift_id).in_(set(shift_ids)),
        col(SignUp.state) == SignUpState.WAITLISTED,
    )
    return {row[0]: row[1] for row in (await session.execute(query)).all()}
