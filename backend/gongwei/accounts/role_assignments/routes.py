"""/role-assignments: who holds which role where."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.accounts.role_assignments import service
from gongwei.accounts.role_assignments.schemas import (
    AssignmentIn,
    AssignmentOut,
    AssignmentsQuery,
)
from gongwei.accounts.role_assignments.workflow import AssignmentAction
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page

router = APIRouter(prefix="/role-assignments", tags=["role-assignments"], route_class=ResourceRoute)


@router.get("")
async def list_role_assignments(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[AssignmentsQuery, Query()]
) -> Page[AssignmentOut]:
    """The roles held in the caller's subtree, newest first."""
    return await service.list_assignments(session, actor, asked)


@router.post("", status_code=201)
async def create_role_assignment(
    session: CurrentSession,
    actor: CurrentActor,
    request: Request,
    response: Response,
    body: AssignmentIn,
) -> AssignmentOut:
    """Grant a role at an organisation of the caller's subtree."""
    return created(response, request, await service.grant(session, actor, body))


@router.get("/{assignment_id}")
async def read_role_assignment(
    session: CurrentSession, actor: CurrentActor, response: Response, assignment_id: UUID
) -> AssignmentOut:
    """One role assignment."""
    return tagged(response, await service.read_assignment(session, actor, assignment_id))


@router.post("/{assignment_id}/actions/{action}")
async def act_on_role_assignment(
    session: CurrentSession,
    actor: CurrentActor,
    response: Response,
    assignment_id: UUID,
    action: AssignmentAction,
    body: ActionIn,
) -> AssignmentOut:
    """End a role; its holder's tokens lose it at once."""
    return tagged(response, await service.act(session, actor, assignment_id, action, body.reason))


@router.get("/{assignment_id}/history")
async def read_role_assignment_history(
    session: CurrentSession, actor: CurrentActor, assignment_id: UUID, params: PageQuery
) -> Page[HistoryOut]:
    """Who granted and who ended it, when and why."""
    assignment = await service.read_assignment(session, actor, assignment_id)
    return await history(session, "role_assignment", assignment.id, params)
