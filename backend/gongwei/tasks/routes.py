"""/tasks and /me/tasks."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import Items, Page
from gongwei.core.schemas import Query as SearchText
from gongwei.tasks import assignees, reminders, service
from gongwei.tasks.schemas import (
    AssigneeOut,
    Mine,
    ReminderOut,
    TaskActionIn,
    TaskChangeIn,
    TaskIn,
    TaskOut,
    TasksQuery,
)
from gongwei.tasks.workflow import TaskAction

router = APIRouter(tags=["tasks"], route_class=ResourceRoute)


@router.get("/me/tasks")
async def list_own_tasks(
    session: CurrentSession, actor: CurrentActor, params: PageQuery
) -> Page[TaskOut]:
    """What the caller owes in the present role, the most urgent first."""
    asked = TasksQuery(mine=Mine.OWED, **params.model_dump())
    return await service.list_tasks(session, actor, asked)


@router.get(
    "/me/reminder",
    response_model=ReminderOut,
    responses={204: {"description": "There is nothing to be reminded of"}},
)
async def read_own_reminder(session: CurrentSession, actor: CurrentActor) -> Response | ReminderOut:
    """Today's reminder of tasks that are due or late, until it was seen."""
    found = await reminders.read_own(session, actor)
    return found or Response(status_code=204)


@router.post("/me/reminder/actions/seen", status_code=204)
async def see_own_reminder(session: CurrentSession, actor: CurrentActor) -> None:
    """Close today's reminder; the next comes on another working day."""
    await reminders.mark_seen(session, actor)


@router.get("/tasks")
async def list_tasks(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[TasksQuery, Query()]
) -> Page[TaskOut]:
    """The tasks of the caller's subtree, the most urgent first."""
    return await service.list_tasks(session, actor, asked)


@router.post("/tasks", status_code=201)
async def create_task(
    session: CurrentSession, actor: CurrentActor, request: Request, response: Response, body: TaskIn
) -> TaskOut:
    """Give a task to an organisation."""
    return created(response, request, await service.create_task(session, actor, body))


@router.get("/tasks/assignees")
async def list_assignees(
    session: CurrentSession, actor: CurrentActor, organisation_id: UUID, q: SearchText | None = None
) -> Items[AssigneeOut]:
    """Who can be made responsible for a task of an organisation, the nearest first, 20 at most."""
    return Items(items=await assignees.list_assignees(session, actor, organisation_id, q))


@router.get("/tasks/{task_id}")
async def read_task(
    session: CurrentSession, actor: CurrentActor, response: Response, task_id: UUID
) -> TaskOut:
    """One task."""
    return tagged(response, await service.read_task(session, actor, task_id))


@router.patch("/tasks/{task_id}")
async def change_task(
    session: CurrentSession,
    actor: CurrentActor,
    response: Response,
    task_id: UUID,
    version: IfMatch,
    body: TaskChangeIn,
) -> TaskOut:
    """Change its words (the giver) or its evidence (whoever works on it)."""
    return tagged(response, await service.change_task(session, actor, task_id, body, version))


@router.post("/tasks/{task_id}/actions/{action}")
async def act_on_task(
    session: CurrentSession,
    actor: CurrentActor,
    response: Response,
    task_id: UUID,
    action: TaskAction,
    body: TaskActionIn | None = None,
) -> TaskOut:
    """Start, submit, verify, reject, extend or cancel."""
    given = body or TaskActionIn()
    return tagged(response, await service.act(session, actor, task_id, action, given))


@router.get("/tasks/{task_id}/history")
async def read_task_history(
    session: CurrentSession, actor: CurrentActor, task_id: UUID, params: PageQuery
) -> Page[HistoryOut]:
    """Who did what with the task, when and why."""
    task = await service.read_task(session, actor, task_id)
    return await history(session, "task", task.id, params)
