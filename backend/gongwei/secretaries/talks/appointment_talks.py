"""Whoever takes office is talked to within 30 days: the talk, and the task that it is held."""

from datetime import timedelta

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.audit.record import record
from gongwei.secretaries.models import Appointment
from gongwei.secretaries.posts import NAMELESS
from gongwei.secretaries.talks.models import Talk, TalkKind
from gongwei.tasks.schemas import OriginIn, TaskIn
from gongwei.tasks.service import give

TALK_WITHIN = timedelta(days=30)
"""From the first day in office to the day by which the talk is held."""


async def schedule(session: AsyncSession, actor: Actor, appointment: Appointment) -> Talk:
    """The talk with somebody who takes office, and its task for whoever appointed."""
    query = visible(actor, Person, Permission.SECRETARIES_READ).where(
        col(Person.id) == appointment.person_id
    )
    person = (await session.exec(query)).first()
    talk = Talk(
        organisation_id=appointment.organisation_id,
        kind=TalkKind.APPOINTMENT,
        person_id=appointment.person_id,
        appointment_id=appointment.id,
        title=f"任职谈话：{person.name if person else NAMELESS}",
        due_on=appointment.from_on + TALK_WITHIN,
    )
    session.add(talk)
    record(session, actor, "talk.create", talk)
    await session.flush()
    task = TaskIn(
        organisation_id=talk.organisation_id,
        title=talk.title,
        due_on=talk.due_on,
        responsible_user_id=actor.user_id,
        origin=OriginIn(type="talk", id=talk.id),
    )
    await give(session, actor, task)
    return talk
