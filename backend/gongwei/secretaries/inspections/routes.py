"""Inspections and their interviews over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.access.scope import fetch
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page
from gongwei.secretaries.inspections import interviews, service
from gongwei.secretaries.inspections.models import Inspection
from gongwei.secretaries.inspections.reading import READ
from gongwei.secretaries.inspections.schemas import (
    InspectionChangeIn,
    InspectionIn,
    InspectionOut,
    InspectionQuery,
    InterviewChangeIn,
    InterviewIn,
    InterviewOut,
)
from gongwei.secretaries.inspections.workflow import InspectionAction

router = APIRouter(prefix="/inspections", tags=["inspections"], route_class=ResourceRoute)
INTERVIEWS = "/{inspection_id}/interviews"


@router.get("", summary="Inspections, newest first")
async def list_inspections(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[InspectionQuery, Query()]
) -> Page[InspectionOut]:
    return await service.list_inspections(session, actor, asked)


@router.post("", status_code=201, summary="Plan the inspection of a nominee")
async def create_inspection(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: InspectionIn,
) -> InspectionOut:  # fmt: skip
    return created(response, request, await service.create(session, actor, entry))


@router.get("/{inspection_id}", summary="One inspection")
async def read_inspection(
    response: Response, session: CurrentSession, actor: CurrentActor, inspection_id: UUID
) -> InspectionOut:
    return tagged(response, await service.read(session, actor, inspection_id))


@router.patch("/{inspection_id}", summary="Write down team, dates, facets, finding")
async def change_inspection(
    response: Response, session: CurrentSession, actor: CurrentActor, inspection_id: UUID,
    version: IfMatch, patch: InspectionChangeIn,
) -> InspectionOut:  # fmt: skip
    return tagged(response, await service.change(session, actor, inspection_id, version, patch))


@router.post("/{inspection_id}/actions/{action}", summary="Start, report, return, conclude")
async def act_on_inspection(
    response: Response, session: CurrentSession, actor: CurrentActor, inspection_id: UUID,
    action: InspectionAction, body: ActionIn | None = None,
) -> InspectionOut:  # fmt: skip
    reason = body.reason if body else None
    return tagged(response, await service.act(session, actor, inspection_id, action, reason))


@router.get("/{inspection_id}/history", summary="Who did what to it when, newest first")
async def read_inspection_history(
    session: CurrentSession, actor: CurrentActor, inspection_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    await fetch(session, actor, Inspection, inspection_id, read=READ)
    return await history(session, "inspection", inspection_id, page)


@router.get(INTERVIEWS, summary="Interviews of an inspection, the latest first")
async def list_interviews(
    session: CurrentSession, actor: CurrentActor, inspection_id: UUID, page: PageQuery
) -> Page[InterviewOut]:
    return await interviews.list_interviews(session, actor, inspection_id, page)


@router.post(INTERVIEWS, status_code=201, summary="Enter an interview")
async def create_interview(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    inspection_id: UUID, entry: InterviewIn,
) -> InterviewOut:  # fmt: skip
    made = await interviews.enter(session, actor, inspection_id, entry)
    return created(response, request, made)


@router.get(INTERVIEWS + "/{interview_id}", summary="One interview")
async def read_interview(
    response: Response, session: CurrentSession, actor: CurrentActor, inspection_id: UUID,
    interview_id: UUID,
) -> InterviewOut:  # fmt: skip
    found = await interviews.read_interview(session, actor, inspection_id, interview_id)
    return tagged(response, found)


@router.patch(INTERVIEWS + "/{interview_id}", summary="Correct an interview")
async def change_interview(
    response: Response, session: CurrentSession, actor: CurrentActor, inspection_id: UUID,
    interview_id: UUID, version: IfMatch, patch: InterviewChangeIn,
) -> InterviewOut:  # fmt: skip
    changed = await interviews.change(session, actor, inspection_id, interview_id, version, patch)
    return tagged(response, changed)


@router.delete(
    INTERVIEWS + "/{interview_id}", status_code=204,
    summary="Take back an interview that was entered by mistake",
)  # fmt: skip
async def delete_interview(
    session: CurrentSession, actor: CurrentActor, inspection_id: UUID, interview_id: UUID
) -> None:
    await interviews.remove(session, actor, inspection_id, interview_id)


@router.get(INTERVIEWS + "/{interview_id}/history", summary="Who entered and corrected it when")
async def read_interview_history(
    session: CurrentSession, actor: CurrentActor, inspection_id: UUID, interview_id: UUID,
    page: PageQuery,
) -> Page[HistoryOut]:  # fmt: skip
    found = await interviews.read_interview(session, actor, inspection_id, interview_id)
    return await history(session, "interview", found.id, page)
