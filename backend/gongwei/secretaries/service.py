"""Who holds which post: lists and single appointments, now or on a day."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.filters import owned_within
from gongwei.access.models import Organisation, Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch, in_scope
from gongwei.core.pagination import Rows, paginate
from gongwei.secretaries.models import Appointment, AppointmentState
from gongwei.secretaries.schemas import SecretaryOut, SecretaryQuery

READ = Permission.SECRETARIES_READ
NAMELESS = "—"
KEY: Any = col(Appointment.id)
SORTS: dict[str, Any] = {
    "name": func.coalesce(col(Person.name_pinyin), ""),
    "from_on": col(Appointment.from_on),
}


def in_office_on(day: date) -> ColumnElement[bool]:
    """Appointments that cover the day."""
    ends = col(Appointment.to_on)
    return (col(Appointment.from_on) <= day) & (ends.is_(None) | (ends > day))


async def list_appointments(
    session: AsyncSession, actor: Actor, filters: SecretaryQuery
) -> Rows[Any]:
    """One page of (appointment, name or None, organisation's name)."""
    query = _appointments(actor).where(
        await owned_within(session, actor, col(Appointment.organisation_id), filters, filters.as_of)
    )
    if filters.as_of is not None:
        query = query.where(in_office_on(filters.as_of))
    elif filters.state is None:
        query = query.where(col(Appointment.state) == AppointmentState.IN_OFFICE)
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
    return await paginate(session, query, filters, sorts=SORTS, default="name", key=KEY)


async def read_appointment(
    session: AsyncSession, actor: Actor, appointment_id: UUID
) -> SecretaryOut:
    """One appointment. 404 when it may not be known."""
    await fetch(session, actor, Appointment, appointment_id, read=READ)
    query = _appointments(actor).where(col(Appointment.id) == appointment_id)
    return secretary_out(*(await session.execute(query)).one())


def _appointments(actor: Actor) -> Select[Any]:
    query: Any = select(Appointment, col(Person.name), col(Organisation.name))
    found: Select[Any] = (
        query.join(Organisation, col(Organisation.id) == col(Appointment.organisation_id))
        .outerjoin(Person, col(Person.id) == col(Appointment.person_id))
        .where(in_scope(actor, Appointment, READ))
    )
    return found


def secretary_out(row: Appointment, name: str | None, organisation_name: str) -> SecretaryOut:
    """The appointment as an answer. Nothing can be done with it over HTTP yet."""
    return SecretaryOut(
        id=row.id,
        version=row.version,
        state=row.state.value,
        created_at=row.created_at,
        updated_at=row.updated_at,
        person_id=row.person_id,
        name=name or NAMELESS,
        organisation_id=row.organisation_id,
        organisation_name=organisation_name,
        post=row.post,
        full_time=row.full_time,
        duty_title=row.duty_title,
        from_on=row.from_on,
        to_on=row.to_on,
    )
