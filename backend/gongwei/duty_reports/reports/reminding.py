"""Reminding of reports that are owed: once a day and participant, in working hours of working days.

The task to submit the report came with the opening; a reminder makes it where it is gone, and names
it that day on the first page of whoever is responsible, as the morning's reminders do.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.dated import among
from gongwei.access.models import (
    AssignmentState,
    Organisation,
    RoleAssignment,
    User,
    UserState,
)
from gongwei.access.permissions import ROLE_PERMISSIONS, Permission
from gongwei.access.scope import allow, below, fetch
from gongwei.audit.record import record, subject_type
from gongwei.core import clock
from gongwei.duty_reports.reports.board import REVIEW, BoardLine, board_lines
from gongwei.duty_reports.reports.board_schemas import DutyRemindersOut
from gongwei.duty_reports.reports.models import DutyReport
from gongwei.duty_reports.reports.problems import NOBODY_OWES
from gongwei.duty_reports.reports.standing import (
    RoundAbove,
    known_round,
    refuse_not_running,
    refuse_others,
)
from gongwei.duty_reports.reports.workflow import DUTY_REPORT
from gongwei.duty_reports.rounds.models import DutyParticipant, DutyRound
from gongwei.duty_reports.rounds.owing import origin_of
from gongwei.tasks.by_origin import tasks_from
from gongwei.tasks.reminders import refuse_off_hours, remind_now
from gongwei.tasks.schemas import TaskIn
from gongwei.tasks.service import give_known
from gongwei.tasks.workflow import OWED

WRITERS = [role for role, held in ROLE_PERMISSIONS.items() if Permission.DUTY_REPORTS_WRITE in held]


async def remind(
    session: AsyncSession, actor: Actor, round_id: UUID, chosen: Sequence[UUID] | None
) -> DutyRemindersOut:
    """Remind those who owe a report, all of them or the chosen. 409 outside working hours and where
    nobody owes one; 403 for those below the organiser.
    """
    above = await known_round(session, actor, round_id)
    allow(actor, REVIEW)
    refuse_others(actor, above)
    refuse_not_running(above)
    await refuse_off_hours(session)
    owing = await _owing(session, actor, round_id, chosen)
    if not owing:
        raise NOBODY_OWES()
    today = clock.today()
    due = [line for line in owing if line.participant.reminded_on != today]
    accounts = await _accounts(session, actor, due)
    reached = [line for line in due if line.participant.id in accounts]
    if reached:
        await _remind(session, actor, above, reached, accounts)
    return DutyRemindersOut(
        reminded=len(reached),
        already=len(owing) - len(due),
        without_account=[
            line.participant.organisation_id for line in due if line.participant.id not in accounts
        ],
    )


async def _owing(
    session: AsyncSession, actor: Actor, round_id: UUID, chosen: Sequence[UUID] | None
) -> list[BoardLine]:
    query = board_lines(actor, round_id).where(
        or_(col(DutyReport.id).is_(None), col(DutyReport.state).in_(DUTY_REPORT.editable))
    )
    if chosen is not None:
        query = query.where(among(col(DutyParticipant.id), chosen))
    rows = (await session.execute(query.with_for_update(of=DutyParticipant))).all()
    return [BoardLine(*row) for row in rows]


async def _accounts(
    session: AsyncSession, actor: Actor, lines: Sequence[BoardLine]
) -> dict[UUID, UUID]:
    """The account to remind by participant: the secretary's own, else another that writes there."""
    query: Any = select(col(RoleAssignment.organisation_id), col(User.id), col(User.person_id))
    query = (
        query.join(User, col(User.id) == col(RoleAssignment.user_id))
        .join(Organisation, col(Organisation.id) == col(RoleAssignment.organisation_id))
        .where(
            below(actor.path),
            among(
                col(RoleAssignment.organisation_id),
                [line.participant.organisation_id for line in lines],
            ),
            col(RoleAssignment.role).in_(WRITERS),
            col(RoleAssignment.state) == AssignmentState.ACTIVE,
            col(User.state) == UserState.ACTIVE,
        )
        .order_by(col(RoleAssignment.role).desc(), col(User.id))
    )
    at: dict[UUID, list[tuple[UUID, UUID | None]]] = {}
    for organisation_id, user_id, person_id in (await session.execute(query)).all():
        at.setdefault(organisation_id, []).append((user_id, person_id))
    found = {}
    for line in lines:
        writers = at.get(line.participant.organisation_id, [])
        own = [user for user, person in writers if person == line.participant.person_id]
        chosen = own or [user for user, _ in writers]
        if chosen:
            found[line.participant.id] = chosen[0]
    return found


async def _remind(
    session: AsyncSession, actor: Actor, above: RoundAbove, lines: Sequence[BoardLine],
    accounts: dict[UUID, UUID],
) -> None:  # fmt: skip
    participants = [line.participant for line in lines]
    origin_type = subject_type(participants[0])
    given = await tasks_from(session, actor, origin_type, [one.id for one in participants])
    owed: dict[UUID, list[UUID]] = {}
    for line in lines:
        participant = line.participant
        user_id = accounts[participant.id]
        task = next((one for one in given[participant.id] if one.state in OWED), None)
        if task is None:
            asked = _task(above, participant, user_id)
            task = give_known(session, actor, asked, moves_with_record=True)
        elif task.responsible_user_id != user_id:
            task.responsible_user_id = user_id
            record(session, actor, "task.change", task)
        owed.setdefault(user_id, []).append(task.id)
        participant.reminded_on = clock.today()
    await remind_now(session, owed)
    read = Permission.DUTY_ROUNDS_READ
    held = await fetch(session, actor, DutyRound, above.id, read=read)
    record(session, actor, "duty_round.remind", held, parts=participants)


def _task(above: RoundAbove, participant: DutyParticipant, user_id: UUID) -> TaskIn:
    return TaskIn(
        organisation_id=participant.organisation_id,
        title=f"提交述职报告：{above.title}"[:200],
        due_on=above.report_due_on,
        responsible_user_id=user_id,
        origin=origin_of(participant),
    )
