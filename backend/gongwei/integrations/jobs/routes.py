"""Following a job."""

from collections.abc import AsyncIterator
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, EventSourceResponse, format_sse_event

from gongwei.access.actor import CurrentActor
from gongwei.core.db import CurrentSession, Database
from gongwei.core.problem_responses import language_of
from gongwei.core.routing import ResourceRoute, tagged
from gongwei.integrations.jobs import service
from gongwei.integrations.jobs.schemas import JobOut

router = APIRouter(prefix="/jobs", tags=["jobs"], route_class=ResourceRoute)


@router.get("/{job_id}")
async def read_job(
    job_id: UUID, request: Request, response: Response, session: CurrentSession, actor: CurrentActor
) -> JobOut:
    """How far a job is, and how it ended. One's own jobs, and those of the caller's subtree."""
    job = await service.read(session, actor, job_id)
    return tagged(response, JobOut.of(job, language_of(request)))


@router.get(
    "/{job_id}/events",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "Server-sent events; the data of each is the job as JSON",
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
        }
    },
)
async def follow_job(
    job_id: UUID, request: Request, session: CurrentSession, actor: CurrentActor
) -> EventSourceResponse:
    """The job at once, then each time it changes, until it has ended."""
    await service.read(session, actor, job_id)
    events = _events(request.app.state.database, job_id, language_of(request))
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return EventSourceResponse(events, headers=headers)


async def _events(database: Database, job_id: UUID, language: str) -> AsyncIterator[bytes]:
    async for job in service.follow(database, job_id):
        if job is None:
            yield KEEPALIVE_COMMENT
        else:
            body = JobOut.of(job, language).model_dump_json()
            yield format_sse_event(data_str=body, id=str(job.version))
