"""The task of each participant's organisation to submit the report, from the opening on.

It comes of the participant, so that a report moves along its own task alone.
"""

from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.models import Organisation
from gongwei.access.permissions import Permission
from gongwei.access.scope import below
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound
from gongwei.duty_reports.rounds.reading import ParticipantLine, participants_of, runs
from gongwei.tasks.assignees import worker_for
from gongwei.tasks.by_origin import cancel_given, tasks_from, tasks_of
from gongwei.tasks.moving import redate
from gongwei.tasks.origins import Origin, register_origin
from gongwei.tasks.schemas import OriginIn, TaskIn
from gongwei.tasks.service import give
from gongwei.tasks.workflow import OWED

WITH_THE_ROUND = "随述职轮次延期 Put off with the round"
NOT_HANDED_IN = "结果已发布，报告未交 Results published without the report"
"""Reasons that nobody types; a log has no language of its own."""

register_origin(
    Origin(
        DutyParticipant, Permission.DUTY_ROUNDS_READ, ("述职人员", "participant of a round"),
        instead=(
            "提交述职报告的任务随轮次启动产生，请在述职轮次页面启动或调整名单",
            "The task to submit a report comes with the opening. Open it, or change its list",
        ),
    )
)  # fmt: skip


def origin_of(participant: DutyParticipant) -> OriginIn:
    """What the task to submit the report comes of."""
    return OriginIn(type="duty_participant", id=participant.id)


async def ask(
    session: AsyncSession, actor: Actor, round_: DutyRound, lines: Sequence[ParticipantLine]
) -> None:
    """Give each organisation its task, to the secretary if an account stands for the person. An
    organisation that has left the caller's subtree since the round's day is given none.
    """
    for line in lines:
        if not runs(actor, line.path):
            continue
        place = await _place(session, line)
        person_id = line.participant.person_id
        task = TaskIn(
            organisation_id=line.participant.organisation_id,
            title=f"提交述职报告：{round_.title}"[:200],
            due_on=round_.report_due_on,
            responsible_user_id=await worker_for(session, actor, place, person_id),
            origin=origin_of(line.participant),
        )
        await give(session, actor, task, moves_with_record=True)


async def _place(session: AsyncSession, line: ParticipantLine) -> Organisation:
    query = select(Organisation).where(
        below(line.path), col(Organisation.id) == line.participant.organisation_id
    )
    return (await session.exec(query)).one()


async def ask_no_more(
    session: AsyncSession, actor: Actor, line: ParticipantLine, reason: str | None
) -> None:
    """Cancel what a participant still owed."""
    await cancel_given(session, actor, origin_of(line.participant), reason)


async def ask_nobody_more(session: AsyncSession, actor: Actor, round_: DutyRound) -> None:
    """Cancel what is still owed once the results are out: no report can be written any more."""
    lines = await participants_of(session, actor, round_.id)
    origins = [line.participant.id for line in lines]
    given = await tasks_from(session, actor, DutyParticipant.__tablename__, origins)
    for line in lines:
        if any(task.state in OWED for task in given[line.participant.id]):
            await ask_no_more(session, actor, line, NOT_HANDED_IN)


async def put_off(session: AsyncSession, actor: Actor, round_: DutyRound, due_on: date) -> None:
    """Move the tasks that are still owed with the round's last day."""
    for line in await participants_of(session, actor, round_.id):
        for task in await tasks_of(session, actor, origin_of(line.participant)):
            if task.state in OWED and task.due_on < due_on:
                redate(session, actor, task, due_on, WITH_THE_ROUND)
