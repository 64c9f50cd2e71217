"""The board and the meeting of a round over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from gongwei.access.actor import CurrentActor
from gongwei.core.db import CurrentSession
from gongwei.core.routing import ResourceRoute
from gongwei.duty_reports.reports import board, releasing, reminding
from gongwei.duty_reports.reports.board_schemas import (
    DutyBoardOut,
    DutyMeetingOut,
    DutyRemindersIn,
    DutyRemindersOut,
)
from gongwei.duty_reports.reports.comment_routes import on_reports, one_by_one
from gongwei.duty_reports.reports.comment_schemas import DutyCommentsReleasedOut
from gongwei.duty_reports.reports.routes import reports

of_rounds = APIRouter(prefix="/duty-rounds", tags=["duty-reports"], route_class=ResourceRoute)
routers = (reports, on_reports, one_by_one, of_rounds)


@of_rounds.get("/{round_id}/board", summary="Who has not started, is writing, handed in")
async def read_duty_board(
    session: CurrentSession, actor: CurrentActor, round_id: UUID
) -> DutyBoardOut:
    return await board.read_board(session, actor, round_id)


@of_rounds.post("/{round_id}/board/reminders", summary="Remind those who owe a report, once a day")
async def remind_duty_participants(
    session: CurrentSession, actor: CurrentActor, round_id: UUID,
    body: DutyRemindersIn | None = None,
) -> DutyRemindersOut:  # fmt: skip
    chosen = body.participant_ids if body else None
    return await reminding.remind(session, actor, round_id, chosen)


@of_rounds.get("/{round_id}/meeting", summary="Those who report, with the caller's own comments")
async def read_duty_meeting(
    session: CurrentSession, actor: CurrentActor, round_id: UUID
) -> DutyMeetingOut:
    return await board.read_meeting(session, actor, round_id)


@of_rounds.post("/{round_id}/comments/release", summary="Release everything that the caller noted")
async def release_duty_comments(
    session: CurrentSession, actor: CurrentActor, round_id: UUID
) -> DutyCommentsReleasedOut:
    return await releasing.release_all(session, actor, round_id)
