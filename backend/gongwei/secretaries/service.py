"""Who holds which post: lists and single appointments, now or on a day; entering late, changing."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import owned_within
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, in_scope, require
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.pagination import Rows, paginate
from gongwei.core.routing import one_fault
from gongwei.core.schemas import Page
from gongwei.core.workflow import TO_CHANGE
from gongwei.secretaries.acts import refuse_future
from gongwei.secretaries.models import Appointment, Post
from gongwei.secretaries.naming import by_name
from gongwei.secretaries.offices import (
    Office,
    is_full_time,
    known_person,
    lock_place,
    refuse_overlap,
    refuse_place,
)
from gongwei.secretaries.posts import NAMELESS, in_office_on
from gongwei.secretaries.presentation import secretaries_out
from gongwei.secretaries.schemas import (
    SecretaryChangeIn,
    SecretaryIn,
    SecretaryOut,
    SecretaryQuery,
)
from gongwei.secretaries.talks.appointment_talks import TALK_WITHIN, schedule
from gongwei.secretaries.workflow import APPOINTMENT, AppointmentAction, allowed_actions

READ, WRITE = Permission.SECRETARIES_READ, Permission.SECRETARIES_WRITE
KEY: Any = col(Appointment.id)


async def list_appointments(
    session: AsyncSession, actor: Actor, filters: SecretaryQuery
) -> Page[SecretaryOut]:
    """One page of appointments."""
    found = await _page(session, actor, filters)
    items = await secretaries_out(session, actor, found.items)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


async def _page(session: AsyncSession, actor: Actor, filters: SecretaryQuery) -> Rows[Any]:
    """(appointment, name or None, organisation's name)."""
    query = _appointments(actor).where(
        await owned_within(session, actor, col(Appointment.organisation_id), filters, filters.as_of)
    )
    if filters.as_of is not None or filters.state is None:
        query = query.where(in_office_on(filters.as_of or clock.today()))
    if filters.q:
        wanted = filters.q.strip().casefold()
        query = query.where(col(Person.search_text).contains(wanted, autoescape=True))
    for column, chosen in (
        (col(Appointment.state), filters.state),
        (col(Appointment.post), filters.post),
        (col(Appointment.full_time), filters.full_time),
    ):
        if chosen is not None:
            query = query.where(column == chosen)
    sorts: dict[str, Any] = {
        "name": by_name(actor, col(Appointment.name_pinyin)),
        "from_on": col(Appointment.from_on),
    }
    return await paginate(session, query, filters, sorts=sorts, default="name", key=KEY)


async def read_appointment(
    session: AsyncSession, actor: Actor, appointment_id: UUID
) -> SecretaryOut:
    """One appointment. 404 when it may not be known."""
    await fetch(session, actor, Appointment, appointment_id, read=READ)
    await session.flush()
    query = _appointments(actor).where(col(Appointment.id) == appointment_id)
    line = (await session.execute(query)).one()
    return (await secretaries_out(session, actor, [line]))[0]


def _appointments(actor: Actor) -> Select[Any]:
    query: Any = select(Appointment, col(Person.name), col(Organisation.name))
    found: Select[Any] = (
        query.outerjoin(Organisation, col(Organisation.id) == col(Appointment.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Appointment.person_id))
        .where(in_scope(actor, Appointment, READ))
    )
    return found


async def enter_late(session: AsyncSession, actor: Actor, entry: SecretaryIn) -> SecretaryOut:
    """Enter an appointment from before the system; a recent one brings its talk along.

    Raises 409 `no_such_post` and `appointment_overlaps`, 404 outside the subtree.
    """
    await require(session, actor, WRITE, entry.organisation_id)
    place = await lock_place(session, actor, entry.organisation_id, WRITE)
    refuse_place(place)
    person = await known_person(session, actor, entry.person_id)
    _refuse_days(entry)
    office = Office(place, entry.post, person.id, entry.from_on, entry.to_on)
    await refuse_overlap(session, actor, office)
    row = Appointment(**entry.model_dump(), name_pinyin=person.name_pinyin)
    row.full_time = is_full_time(entry.post, entry.full_time)
    if entry.to_on is not None:
        APPOINTMENT.apply(row, AppointmentAction.END, ())
    session.add(row)
    record(
        session, actor, "appointment.create", row, label=person.name, reason=entry.late_reason,
        occurred_at=clock.start_of(entry.from_on),
    )  # fmt: skip
    await session.flush()
    if entry.to_on is None and entry.from_on >= clock.today() - TALK_WITHIN:
        await schedule(session, actor, row)
    return await read_appointment(session, actor, row.id)


def _refuse_days(entry: SecretaryIn) -> None:
    refuse_future("/from_on", entry.from_on)
    refuse_future("/to_on", entry.to_on)
    if entry.to_on is not None and entry.to_on <= entry.from_on:
        raise one_fault("/to_on", "not_later", "须晚于任职日期", "Must be after the first day")


async def change(
    session: AsyncSession,
    actor: Actor,
    appointment_id: UUID,
    version: int,
    patch: SecretaryChangeIn,
) -> SecretaryOut:
    """Correct what is held about somebody in office. 409 when ended, 412 stale."""
    row = await fetch(
        session, actor, Appointment, appointment_id, read=READ, need=WRITE, version=version
    )
    if row.state not in APPOINTMENT.editable:
        raise APPOINTMENT.refusal(row.state, TO_CHANGE, allowed_actions(actor, row))
    if patch.full_time is False and row.post is Post.FULL_TIME_DEPUTY_SECRETARY:
        raise one_fault(
            "/full_time", "full_time_post", "专职副书记须为专职", "This post is a full-time one"
        )
    for name in patch.model_fields_set:
        setattr(row, name, getattr(patch, name))
    record(session, actor, "appointment.change", row, label=await name_of(session, actor, row))
    return await read_appointment(session, actor, row.id)


async def name_of(session: AsyncSession, actor: Actor, row: Appointment) -> str:
    """The name of whoever holds the post, as far as the caller may see it."""
    query = select(col(Person.name)).where(
        in_scope(actor, Person, READ), col(Person.id) == row.person_id
    )
    return (await session.execute(query)).scalar() or NAMELESS
