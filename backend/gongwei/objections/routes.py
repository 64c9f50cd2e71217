"""/objections."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page
from gongwei.objections import service
from gongwei.objections.schemas import ObjectionIn, ObjectionOut, ObjectionsQuery
from gongwei.objections.workflow import ObjectionAction

router = APIRouter(prefix="/objections", tags=["objections"], route_class=ResourceRoute)


@router.get("")
async def list_objections(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[ObjectionsQuery, Query()]
) -> Page[ObjectionOut]:
    """The objections of the caller's subtree and the caller's own, the newest first."""
    return await service.list_objections(session, actor, asked)


@router.post("", status_code=201)
async def file_objection(
    session: CurrentSession,
    actor: CurrentActor,
    request: Request,
    response: Response,
    body: ObjectionIn,
) -> ObjectionOut:
    """Object to what one's own archive says."""
    return created(response, request, await service.file_objection(session, actor, body))


@router.get("/{objection_id}")
async def read_objection(
    session: CurrentSession, actor: CurrentActor, response: Response, objection_id: UUID
) -> ObjectionOut:
    """One objection."""
    return tagged(response, await service.read_objection(session, actor, objection_id))


@router.post("/{objection_id}/actions/{action}")
async def act_on_objection(
    session: CurrentSession,
    actor: CurrentActor,
    response: Response,
    objection_id: UUID,
    action: ObjectionAction,
    body: ActionIn | None = None,
) -> ObjectionOut:
    """Examine, uphold or dismiss; the reason of a decision is the answer."""
    given = body or ActionIn()
    return tagged(response, await service.act(session, actor, objection_id, action, given))


@router.get("/{objection_id}/history")
async def read_objection_history(
    session: CurrentSession, actor: CurrentActor, objection_id: UUID, params: PageQuery
) -> Page[HistoryOut]:
    """Who did what with the objection, when and why."""
    objection = await service.read_objection(session, actor, objection_id)
    return await history(session, "objection", objection.id, params)
