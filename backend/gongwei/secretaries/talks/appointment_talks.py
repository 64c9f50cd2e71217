"""Whoever takes office is talked to within 30 days: the talk, and the task that it is held.

Whoever leaves before is not talked to any more.
"""

from datetime import date, timedelta

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Person
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.audit.record import record
from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.core.routing import one_fault
from gongwei.secretaries.models import Appointment
from gongwei.secretaries.posts import NAMELESS
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.secretaries.talks.workflow import TALK, TalkAction
from gongwei.tasks.by_origin import cancel_given, tasks_of
from gongwei.tasks.moving import redate
from gongwei.tasks.schemas import OriginIn, TaskIn
from gongwei.tasks.service import give
from gongwei.tasks.workflow import OWED

TALK_WITHIN = timedelta(days=30)
"""From the first day in office to the day by which the talk is held."""

LEFT_OFFICE = "谈话对象已离任 The office ended before the talk"
WITH_ITS_TALK = "随谈话改期 Moved with its talk"
"""Reasons that nobody types; a log has no language of its own."""


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
        organisation_id=actor.organisation_id,
        title=talk.title,
        due_on=talk.due_on,
        responsible_user_id=actor.user_id,
        origin=OriginIn(type="talk", id=talk.id),
    )
    await give(session, actor, task, moves_with_record=True)
    return talk


async def call_off(session: AsyncSession, actor: Actor, appointment: Appointment) -> None:
    """Cancel the appointment talk that was not held before the office ended, with its task."""
    query = visible(actor, Talk, Permission.SECRETARIES_READ).where(
        col(Talk.appointment_id) == appointment.id,
        col(Talk.kind) == TalkKind.APPOINTMENT,
        col(Talk.state) == TalkState.SCHEDULED,
    )
    for talk in (await session.exec(query.with_for_update())).all():
        TALK.apply(talk, TalkAction.CANCEL, (), LEFT_OFFICE)
        record(session, actor, "talk.cancel", talk, reason=LEFT_OFFICE)
        await cancel_given(session, actor, OriginIn(type="talk", id=talk.id), LEFT_OFFICE)


async def redate_talk(session: AsyncSession, actor: Actor, talk: Talk, due_on: date) -> None:
    """Move the date of a talk that is still to be held, and with it that of its task.

    422 before the date that the task was first given: what is talked about earlier is recorded
    when it was.
    """
    origin = OriginIn(type="talk", id=talk.id)
    owed = [one for one in await tasks_of(session, actor, origin) if one.state in OWED]
    first = max((one.original_due_on for one in owed), default=due_on)
    if due_on < first:
        raise one_fault(
            "/due_on", "before_first_date",
            f"不能早于任务的原定期限（{day_in_chinese(first)}）；提前谈话的，谈完直接登记即可",
            f"Not before the date first set ({day_in_english(first)}); a talk held earlier is "
            "simply recorded",
        )  # fmt: skip
    talk.due_on = due_on
    for task in owed:
        if task.due_on != due_on:
            redate(session, actor, task, due_on, WITH_ITS_TALK)
