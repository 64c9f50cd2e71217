"""Comments on duty reports over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, tagged
from gongwei.core.schemas import ActionIn, Items, Page
from gongwei.duty_reports.reports import comments
from gongwei.duty_reports.reports.comment_schemas import (
    DutyCommentChangeIn,
    DutyCommentIn,
    DutyCommentOut,
)
from gongwei.duty_reports.reports.workflow import CommentAction

on_reports = APIRouter(prefix="/duty-reports", tags=["duty-comments"], route_class=ResourceRoute)
one_by_one = APIRouter(prefix="/duty-comments", tags=["duty-comments"], route_class=ResourceRoute)


@on_reports.get("/{report_id}/comments", summary="Comments on a report that the caller may read")
async def list_duty_comments(
    session: CurrentSession, actor: CurrentActor, report_id: UUID
) -> Items[DutyCommentOut]:
    return Items(items=list(await comments.list_comments(session, actor, report_id)))


@on_reports.post("/{report_id}/comments", status_code=201, summary="Note a comment")
async def create_duty_comment(
    response: Response, session: CurrentSession, actor: CurrentActor, report_id: UUID,
    entry: DutyCommentIn,
) -> DutyCommentOut:  # fmt: skip
    made = await comments.create(session, actor, report_id, entry)
    response.headers["Location"] = f"/api/v1/duty-comments/{made.id}"
    return tagged(response, made)


@one_by_one.get("/{comment_id}", summary="One comment")
async def read_duty_comment(
    response: Response, session: CurrentSession, actor: CurrentActor, comment_id: UUID
) -> DutyCommentOut:
    return tagged(response, await comments.read(session, actor, comment_id))


@one_by_one.patch("/{comment_id}", summary="Change a comment that is not released")
async def change_duty_comment(
    response: Response, session: CurrentSession, actor: CurrentActor, comment_id: UUID,
    version: IfMatch, patch: DutyCommentChangeIn,
) -> DutyCommentOut:  # fmt: skip
    return tagged(response, await comments.change(session, actor, comment_id, version, patch))


@one_by_one.post("/{comment_id}/actions/{action}", summary="Release or withdraw a comment")
async def act_on_duty_comment(
    response: Response, session: CurrentSession, actor: CurrentActor, comment_id: UUID,
    action: CommentAction, body: ActionIn | None = None,
) -> DutyCommentOut:  # fmt: skip
    given = body or ActionIn()
    return tagged(response, await comments.act(session, actor, comment_id, action, given))


@one_by_one.get("/{comment_id}/history", summary="Who did what to it when, newest first")
async def read_duty_comment_history(
    session: CurrentSession, actor: CurrentActor, comment_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    comment = await comments.read(session, actor, comment_id)
    return await history(session, "duty_comment", comment.id, page)
