"""The records of secretaries that tasks come from."""

from datetime import date
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import visible
from gongwei.audit.record import record
from gongwei.secretaries.inspections.models import Inspection
from gongwei.secretaries.models import Appointment
from gongwei.secretaries.nominations.models import Nomination
from gongwei.secretaries.talks.models import Talk, TalkKind, TalkState
from gongwei.tasks.origins import Origin, register_origin

P = Permission


async def put_talk_off(
    session: AsyncSession, actor: Actor, talk_id: UUID, due_on: date, reason: str | None
) -> None:
    """A talk that is still to be held, and an inquiry that is to be answered, is due when its task
    is. What a talk led to has dates of its own."""
    to_answer = and_(col(Talk.kind) == TalkKind.INQUIRY, col(Talk.state) == TalkState.HELD)
    query = visible(actor, Talk, P.TASKS_READ).where(
        col(Talk.id) == talk_id, or_(col(Talk.state) == TalkState.SCHEDULED, to_answer)
    )
    talk = (await session.exec(query.with_for_update())).first()
    if talk is not None:
        talk.due_on = due_on
        record(session, actor, "talk.change", talk, reason=reason)


TALKS_OWN_TASKS = (
    "谈话的任务随谈话产生：请在谈话页面登记问题并“启动整改”，系统会逐项生成任务",
    (
        "The tasks of a talk come about with it. On the talk's page enter its issues and open the "
        "rectification: each issue becomes a task"
    ),
)

register_origin(Origin(Appointment, P.SECRETARIES_READ, ("任职", "appointment")))
register_origin(Origin(Nomination, P.NOMINATIONS_READ, ("提名", "nomination")))
register_origin(Origin(Inspection, P.INSPECTIONS_READ, ("考察", "inspection")))
register_origin(
    Origin(Talk, P.TALKS_READ, ("谈话", "talk"), instead=TALKS_OWN_TASKS, put_off=put_talk_off)
)
