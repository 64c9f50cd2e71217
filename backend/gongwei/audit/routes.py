"""The auditor's pages: the log, the check of its chain, and the log to take away."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from gongwei.access.actor import CurrentActor
from gongwei.audit import service
from gongwei.audit.schemas import ActorOut, AuditEntryOut, AuditQuery, VerificationOut
from gongwei.core.db import CurrentSession
from gongwei.core.routing import ResourceRoute
from gongwei.core.schemas import Items, Page
from gongwei.core.schemas import Query as SearchText

router = APIRouter(prefix="/audit-entries", tags=["audit-entries"], route_class=ResourceRoute)

NDJSON = "application/x-ndjson"


@router.get("")
async def list_audit_entries(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[AuditQuery, Query()]
) -> Page[AuditEntryOut]:
    """The log of the caller's subtree, newest first."""
    rows = await service.list_entries(session, actor, asked)
    items = [AuditEntryOut.model_validate(entry) for entry in rows.items]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


@router.get("/verification")
async def verify_audit_entries(session: CurrentSession, actor: CurrentActor) -> VerificationOut:
    """Whether every sealed entry is as it was written; takes seconds on a long log."""
    return VerificationOut.model_validate(await service.verify_chain(session, actor))


@router.get(
    "/export",
    response_class=StreamingResponse,
    responses={200: {"content": {NDJSON: {"schema": {"type": "string"}}}}},
)
async def export_audit_entries(
    session: CurrentSession,
    actor: CurrentActor,
    request: Request,
    asked: Annotated[AuditQuery, Query()],
) -> StreamingResponse:
    """The filtered entries, one JSON object a line, oldest first. Taking them away is recorded."""
    wanted = await service.begin_export(session, actor, asked)
    lines = service.export_lines(request.app.state.database, actor, wanted)
    headers = {"Content-Disposition": 'attachment; filename="audit-entries.ndjson"'}
    return StreamingResponse(lines, 200, headers, media_type=NDJSON)


@router.get("/actors")
async def list_actors(
    session: CurrentSession, actor: CurrentActor, q: SearchText | None = None
) -> Items[ActorOut]:
    """The accounts of the caller's subtree, to choose whose acts to see; 20 at most."""
    rows = await service.list_actors(session, actor, q)
    return Items(items=[ActorOut.model_validate(user) for user in rows])


@router.get("/{entry_id}")
async def read_audit_entry(
    session: CurrentSession, actor: CurrentActor, entry_id: UUID
) -> AuditEntryOut:
    """One entry of the log."""
    return AuditEntryOut.model_validate(await service.read_entry(session, actor, entry_id))
