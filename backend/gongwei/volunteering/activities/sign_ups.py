"""Signing up for shifts, by oneself or through staff; never more than there are places.

Locks are taken in one order: the person, the activity, the shift, the sign-up. A shift is locked
while its places are counted, so that two phones at once cannot take the last one twice.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import Select
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.narrowing import NO_PERSON, as_oneself, whole_tree
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow, fetch, in_scope, refuse_unready, visible
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import WHOLE_TREE, narrow
from gongwei.core.errors import NOT_ALLOWED, NOT_FOUND
from gongwei.core.pagination import paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Page
from gongwei.volunteering.activities.inviting import standing_of
from gongwei.volunteering.activities.models import (
    Activity,
    ActivityState,
    Shift,
    SignUp,
    SignUpState,
)
from gongwei.volunteering.activities.problems import (
    ALREADY_SIGNED_UP,
    SHIFT_FULL,
    SIGN_UP_CLOSED,
    SIGN_UP_FINAL,
    SIGN_UP_OVERLAP,
)
from gongwei.volunteering.activities.sign_up_reading import sign_ups_out
from gongwei.volunteering.activities.sign_up_schemas import SignUpIn, SignUpOut, SignUpQuery
from gongwei.volunteering.activities.waiting import (
    RUNNING,
    has_room,
    move_up,
    promote,
)
from gongwei.volunteering.activities.workflow import SIGN_UP, SignUpAction
from gongwei.volunteering.naming import whole_view

READ, WRITE = Permission.VOLUNTEERING_READ, Permission.ACTIVITIES_WRITE
SERVE = Permission.VOLUNTEERING_SERVE
KEY: Any = col(SignUp.id)
SORTS: dict[str, Any] = {"created_at": col(SignUp.created_at)}


async def list_sign_ups(
    session: AsyncSession, actor: Actor, activity_id: UUID, asked: SignUpQuery
) -> Page[SignUpOut]:
    """Who is signed up for an activity, in the order of sign-up."""
    activity = await fetch(session, actor, Activity, activity_id, read=READ)
    query = visible(actor, SignUp, READ).where(col(SignUp.activity_id) == activity.id)
    if asked.state is not None:
        query = query.where(col(SignUp.state) == asked.state)
    if asked.shift_id is not None:
        query = query.where(col(SignUp.shift_id) == asked.shift_id)
    if asked.q:
        typed = asked.q.strip().casefold()
        named = select(col(Person.id)).where(
            in_scope(actor, Person, READ), col(Person.search_text).contains(typed, autoescape=True)
        )
        query = query.where(col(SignUp.person_id).in_(named))
    rows = await paginate(session, query, asked, sorts=SORTS, default="created_at", key=KEY)
    items = await sign_ups_out(session, actor, actor, [one.id for one in rows.items])
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


async def read(session: AsyncSession, actor: Actor, sign_up_id: UUID) -> SignUpOut:
    """One sign-up, for those in reach and for whoever is signed up."""
    refuse_unready(actor)
    if await _own(session, actor, sign_up_id) is None:
        found = await fetch(session, actor, SignUp, sign_up_id, read=READ)
        return await _one(session, actor, actor, found)
    async with as_oneself(session, actor) as oneself:
        return (await sign_ups_out(session, actor, oneself, [sign_up_id]))[0]


async def sign_up(session: AsyncSession, actor: Actor, entry: SignUpIn) -> SignUpOut:
    """Sign oneself up, or somebody else in reach; on the waiting list when the shift is full.

    404 for whom the activity does not invite; 409 `sign_up_closed`, `already_signed_up` and
    `sign_up_overlap`.
    """
    if entry.person_id is not None and entry.person_id != actor.person_id:
        return await _sign_up_another(session, actor, entry.shift_id, entry.person_id)
    allow(actor, SERVE)
    if actor.person_id is None:
        raise NO_PERSON()
    async with as_oneself(session, actor) as oneself:
        person = await _lock_person(session, oneself, actor.person_id)
        standing = await standing_of(session, actor.person_id)
        activity, shift = await _held(session, oneself, entry.shift_id)
        if person is None or not standing.is_invited(activity):
            raise NOT_FOUND()
        answer = await _enter(session, actor, oneself, activity, shift, person)
    # The activity may stand outside the caller's subtree, and then so does the entry in the log,
    # which is written when the transaction commits.
    await narrow(session, WHOLE_TREE)
    return answer


async def _sign_up_another(
    session: AsyncSession, actor: Actor, shift_id: UUID, person_id: UUID
) -> SignUpOut:
    allow(actor, WRITE)
    person = await _lock_person(session, actor, person_id)
    async with whole_tree(session, actor):
        standing = await standing_of(session, person_id)
    activity, shift = await _held(session, actor, shift_id)
    if person is None or not standing.is_invited(activity):
        raise one_fault(
            "/person_id", "not_invited",
            "此人不在您的管理范围内，或不属于这次活动的党组织和队伍",
            "Not in your subtree, or not of the organisations and teams that are invited",
        )  # fmt: skip
    return await _enter(session, actor, actor, activity, shift, person)


async def _lock_person(session: AsyncSession, reader: Actor, person_id: UUID) -> Person | None:
    """Sign-ups of one person come one after the other, so that no two overlap."""
    query = visible(reader, Person, READ).where(col(Person.id) == person_id)
    return (await session.exec(query.with_for_update(key_share=True))).first()


async def _held(session: AsyncSession, reader: Actor, shift_id: UUID) -> tuple[Activity, Shift]:
    """The activity, kept as it is, and its shift, locked; one without a limit is kept as it is, so
    that nobody waits for others. 404 for drafts too: nobody knows them.
    """
    query = visible(reader, Shift, READ).where(col(Shift.id) == shift_id)
    shift = (await session.exec(query)).first()
    if shift is None:
        raise NOT_FOUND()
    kept = visible(reader, Activity, READ).where(col(Activity.id) == shift.activity_id)
    anew = {"populate_existing": True}
    activity = (await session.exec(kept.with_for_update(read=True).execution_options(**anew))).one()
    if activity.state is ActivityState.DRAFT:
        raise NOT_FOUND()
    unlimited = shift.capacity is None
    kept_shift = query.with_for_update(read=unlimited).execution_options(**anew)
    shift = (await session.exec(kept_shift)).one()
    if unlimited and shift.capacity is not None:  # it got a limit a moment ago
        shift = (await session.exec(query.with_for_update().execution_options(**anew))).one()
    return activity, shift


async def _enter(
    session: AsyncSession, actor: Actor, reader: Actor, activity: Activity, shift: Shift,
    person: Person,
) -> SignUpOut:  # fmt: skip
    if not takes_sign_ups(activity, shift):
        raise SIGN_UP_CLOSED(title=activity.title)
    await _refuse_second(session, actor, reader, shift, person)
    room = await has_room(session, reader, shift)
    made = SignUp(
        organisation_id=activity.organisation_id,
        activity_id=activity.id,
        shift_id=shift.id,
        person_id=person.id,
        state=SignUpState.CONFIRMED if room else SignUpState.WAITLISTED,
    )
    session.add(made)
    label = f"{activity.title} · {shift.post}"
    record(session, actor, "sign_up.create", made, label=label)
    await session.flush()
    return (await sign_ups_out(session, actor, reader, [made.id]))[0]


def takes_sign_ups(activity: Activity, shift: Shift) -> bool:
    """Whether a shift may still be signed up for: until the moment that was set, or its end."""
    now = clock.now()
    until = activity.sign_up_until
    is_open = activity.state in RUNNING and shift.cancelled_at is None and now < shift.ends_at
    return is_open and (until is None or now <= until)


async def _refuse_second(
    session: AsyncSession, actor: Actor, reader: Actor, shift: Shift, person: Person
) -> None:
    async with whole_view(session, actor, reader):
        held = (await session.execute(open_sign_ups(person.id, shift))).all()
    for other, _ in held:
        if other.id == shift.id:
            raise ALREADY_SIGNED_UP(name=person.name)
    for other, activity in held:
        raise SIGN_UP_OVERLAP(title=activity.title, post=other.post)


def open_sign_ups(person_id: UUID, shift: Shift) -> Select[Any]:
    """Shifts at the time of this one for which somebody is signed up, with their activities."""
    query: Any = (
        select(Shift, Activity)
        .join(SignUp, col(SignUp.shift_id) == col(Shift.id))
        .join(Activity, col(Activity.id) == col(Shift.activity_id))
        .where(
            col(SignUp.person_id) == person_id,
            col(SignUp.state) != SignUpState.CANCELLED,
            col(Shift.cancelled_at).is_(None),
            col(Activity.state).in_(RUNNING),
            col(Shift.starts_at) < shift.ends_at,
            col(Shift.ends_at) > shift.starts_at,
        )
    )
    found: Select[Any] = query
    return found


async def act(
    session: AsyncSession, actor: Actor, sign_up_id: UUID, action: SignUpAction, reason: str | None
) -> SignUpOut:
    """Cancel one's own sign-up, or cancel and promote as staff. Whoever waits moves up at once.

    Raises `sign_up_final` and `shift_full` (409) besides what the workflow raises.
    """
    refuse_unready(actor)
    own = await _own(session, actor, sign_up_id)
    if own is None or action is SignUpAction.PROMOTE:
        found = await fetch(session, actor, SignUp, sign_up_id, read=READ)
        if not actor.may(WRITE):
            raise NOT_ALLOWED()
        return await _take(session, actor, actor, found, action, reason)
    allow(actor, SERVE)
    async with as_oneself(session, actor) as oneself:
        answer = await _take(session, actor, oneself, own, action, reason)
    await narrow(session, WHOLE_TREE)
    return answer


async def _own(session: AsyncSession, actor: Actor, sign_up_id: UUID) -> SignUp | None:
    if actor.person_id is None:
        return None
    async with as_oneself(session, actor) as oneself:
        query = visible(oneself, SignUp, READ).where(
            col(SignUp.id) == sign_up_id, col(SignUp.person_id) == actor.person_id
        )
        return (await session.exec(query)).first()


async def _take(
    session: AsyncSession, actor: Actor, reader: Actor, found: SignUp, action: SignUpAction,
    reason: str | None,
) -> SignUpOut:  # fmt: skip
    activity, shift = await _held(session, reader, found.shift_id)
    held = await fetch(session, reader, SignUp, found.id, read=READ, need=READ)
    now = await _one(session, actor, reader, held)
    if SIGN_UP[action].leads_to(held.state) is None:
        raise SIGN_UP.refusal(held.state, action, now.allowed_actions)
    if shift.starts_at <= clock.now() or activity.state not in RUNNING:
        raise SIGN_UP_FINAL()
    if action is SignUpAction.PROMOTE:
        if not await has_room(session, reader, shift):
            raise SHIFT_FULL(capacity=shift.capacity)
        promote(session, actor, activity, shift, held)
    else:
        SIGN_UP.apply(held, action, now.allowed_actions, reason)
        held.cancelled_at = clock.now()
        label = f"{activity.title} · {shift.post}"
        record(session, actor, "sign_up.cancel", held, label=label, reason=reason)
    await session.flush()
    await move_up(session, actor, reader, activity, shift)
    return await _one(session, actor, reader, held)


async def _one(session: AsyncSession, actor: Actor, reader: Actor, row: SignUp) -> SignUpOut:
    return (await sign_ups_out(session, actor, reader, [row.id]))[0]
