"""Shifts of an activity: added, changed while people are signed up, cancelled one by one."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.errors import REASON_REQUIRED, STALE
from gongwei.core.pagination import PageParams, paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Page
from gongwei.volunteering.activities.models import (
    Activity,
    ActivityState,
    NoticeKind,
    Shift,
    SignUpState,
)
from gongwei.volunteering.activities.notices import about, tell
from gongwei.volunteering.activities.planning import new_shift, patched, refuse_span, span_of
from gongwei.volunteering.activities.problems import (
    CAPACITY_TAKEN,
    LAST_SHIFT,
    SHIFT_CANCELLED,
    SHIFT_OVER,
    TOO_MANY_SHIFTS,
)
from gongwei.volunteering.activities.reading import (
    SHIFTS_CHANGE_IN,
    activities_out,
    shifts_of,
    shifts_out,
    sign_up_counts,
)
from gongwei.volunteering.activities.schemas import (
    MOST_SHIFTS,
    CancelIn,
    ShiftChangeIn,
    ShiftIn,
    ShiftOut,
)
from gongwei.volunteering.activities.waiting import move_up
from gongwei.volunteering.activities.workflow import ACTIVITY

READ, WRITE = Permission.VOLUNTEERING_READ, Permission.ACTIVITIES_WRITE
KEY: Any = col(Shift.id)
SORTS: dict[str, Any] = {"starts_at": col(Shift.starts_at)}


async def list_shifts(
    session: AsyncSession, actor: Actor, activity_id: UUID, params: PageParams
) -> Page[ShiftOut]:
    """The shifts of an activity, by their start."""
    activity = await fetch(session, actor, Activity, activity_id, read=READ)
    query = visible(actor, Shift, READ).where(col(Shift.activity_id) == activity.id)
    rows = await paginate(session, query, params, sorts=SORTS, default="starts_at", key=KEY)
    items = await shifts_out(session, actor, activity, rows.items)
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read(session: AsyncSession, actor: Actor, shift_id: UUID) -> ShiftOut:
    """One shift. 404 outside the subtree."""
    shift = await fetch(session, actor, Shift, shift_id, read=READ)
    activity = await fetch(session, actor, Activity, shift.activity_id, read=READ)
    return (await shifts_out(session, actor, activity, [shift]))[0]


async def add(session: AsyncSession, actor: Actor, activity_id: UUID, entry: ShiftIn) -> ShiftOut:
    """One shift more; those signed up for the activity are told."""
    activity = await fetch(session, actor, Activity, activity_id, read=READ, need=WRITE)
    await _refuse_fixed(session, actor, activity)
    present = list(await shifts_of(session, actor, [activity.id]))
    if len(present) >= MOST_SHIFTS:
        raise TOO_MANY_SHIFTS(most=MOST_SHIFTS)
    refuse_span(entry.starts_at, entry.ends_at, entry.break_minutes)
    shift = new_shift(activity, entry)
    _refuse_past(activity, shift)
    session.add(shift)
    facts = {"shift": (None, shift.post), "starts_at": (None, shift.starts_at),
             "ends_at": (None, shift.ends_at)}  # fmt: skip
    _note(session, actor, activity, shift, "create", NoticeKind.CHANGED, facts)
    _respan(session, actor, activity, [*present, shift])
    await session.flush()
    return (await shifts_out(session, actor, activity, [shift]))[0]


async def change(
    session: AsyncSession, actor: Actor, shift_id: UUID, version: int, patch: ShiftChangeIn
) -> ShiftOut:
    """Change a shift; sign-ups stay, and those signed up are told. More places let the waiting list
    move up.

    Raises `capacity_taken` (409) for fewer places than people who have one.
    """
    activity, shift = await _held(session, actor, shift_id)
    if shift.version != version:
        raise STALE()
    await _refuse_fixed(session, actor, activity)
    _refuse_ended(shift)
    changed = patched(shift, patch)
    if not changed:
        return (await shifts_out(session, actor, activity, [shift]))[0]
    facts = {name: (getattr(shift, name), value) for name, value in changed.items()}
    for name, value in changed.items():
        setattr(shift, name, value)
    refuse_span(shift.starts_at, shift.ends_at, shift.break_minutes)
    if {"starts_at", "ends_at"} & changed.keys():
        _refuse_past(activity, shift, facts)
    await _refuse_too_few(session, actor, shift)
    _note(session, actor, activity, shift, "change", NoticeKind.CHANGED, {**about(shift), **facts})
    _respan(session, actor, activity, await shifts_of(session, actor, [activity.id]))
    await session.flush()
    if "capacity" in changed:
        await move_up(session, actor, actor, activity, shift)
    return (await shifts_out(session, actor, activity, [shift]))[0]


async def cancel(session: AsyncSession, actor: Actor, shift_id: UUID, body: CancelIn) -> ShiftOut:
    """A shift does not take place; its sign-ups stay as they were, and those signed up are told.

    409 `last_shift` for the only one left: then the activity is cancelled.
    """
    activity, shift = await _held(session, actor, shift_id)
    await _refuse_fixed(session, actor, activity)
    _refuse_ended(shift)
    if not body.reason:
        raise REASON_REQUIRED()
    shifts = await shifts_of(session, actor, [activity.id])
    if not [one for one in shifts if one.cancelled_at is None and one.id != shift.id]:
        raise LAST_SHIFT()
    shift.cancelled_at = clock.now()
    _note(
        session, actor, activity, shift, "cancel", NoticeKind.CANCELLED, about(shift), body.reason
    )
    _respan(session, actor, activity, shifts)
    await session.flush()
    return (await shifts_out(session, actor, activity, [shift]))[0]


async def _held(session: AsyncSession, actor: Actor, shift_id: UUID) -> tuple[Activity, Shift]:
    """The activity and its shift, locked in this order: sign-ups take them in the same."""
    shift = await fetch(session, actor, Shift, shift_id, read=READ)
    activity = await fetch(session, actor, Activity, shift.activity_id, read=READ, need=WRITE)
    return activity, await fetch(session, actor, Shift, shift_id, read=READ, need=WRITE)


async def _refuse_fixed(session: AsyncSession, actor: Actor, activity: Activity) -> None:
    if activity.state not in SHIFTS_CHANGE_IN:
        allowed = (await activities_out(session, actor, [activity]))[0].allowed_actions
        raise ACTIVITY.refusal(activity.state, ("修改班次", "change a shift"), allowed)


def _refuse_ended(shift: Shift) -> None:
    if shift.cancelled_at is not None:
        raise SHIFT_CANCELLED(post=shift.post)
    if shift.ends_at <= clock.now():
        raise SHIFT_OVER(post=shift.post)


def _refuse_past(
    activity: Activity, shift: Shift, facts: dict[str, tuple[Any, Any]] | None = None
) -> None:
    """Once published, nothing is moved to where it would have happened already."""
    if activity.state is ActivityState.DRAFT:
        return
    for name in ("starts_at", "ends_at"):
        if facts is not None and name not in facts:
            continue
        if getattr(shift, name) <= clock.now():
            raise one_fault(
                f"/{name}", "in_the_past",
                "须晚于现在；已经开展过的服务，请作为时长补录登记",
                "Later than now; hours of the past are entered as late entries",
            )  # fmt: skip


async def _refuse_too_few(session: AsyncSession, actor: Actor, shift: Shift) -> None:
    counts = await sign_up_counts(session, actor, [shift.activity_id])
    confirmed = counts.get((shift.id, SignUpState.CONFIRMED), 0)
    if shift.capacity is not None and shift.capacity < confirmed:
        raise CAPACITY_TAKEN(count=confirmed)


def _note(
    session: AsyncSession, actor: Actor, activity: Activity, shift: Shift, verb: str,
    kind: NoticeKind, facts: dict[str, tuple[Any, Any]], reason: str | None = None,
) -> None:  # fmt: skip
    parts = []
    if activity.state is not ActivityState.DRAFT:
        parts = [tell(session, activity, kind, facts, reason=reason)]
    label = f"{activity.title} · {shift.post}"
    record(session, actor, f"shift.{verb}", shift, label=label, reason=reason, parts=parts)


def _respan(
    session: AsyncSession, actor: Actor, activity: Activity, shifts: Sequence[Shift]
) -> None:
    """The activity lasts from its first shift to its last."""
    span = span_of(shifts)
    if span != (activity.starts_at, activity.ends_at):
        activity.starts_at, activity.ends_at = span
        record(session, actor, "activity.reschedule", activity)
