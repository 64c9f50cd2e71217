"""Imports over HTTP."""

import json
from pathlib import PurePath
from typing import Annotated
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi.responses import FileResponse

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.errors import TOO_LARGE
from gongwei.core.pagination import PageQuery
from gongwei.core.problem_responses import language_of
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page
from gongwei.files.answers import FILE_ANSWER, download
from gongwei.files.service import MAX_UPLOAD
from gongwei.integrations.imports import findings, service, sources
from gongwei.integrations.imports.models import ImportKind
from gongwei.integrations.imports.presentation import present, present_one
from gongwei.integrations.imports.schemas import (
    AsOf,
    FaultsQuery,
    ImportChangeIn,
    ImportFaultOut,
    ImportOut,
    ImportQuery,
    ImportRowOut,
    RowsQuery,
)
from gongwei.integrations.imports.workflow import AS_JOBS, ImportAction

router = APIRouter(prefix="/imports", tags=["imports"], route_class=ResourceRoute)

MAX_BODY = MAX_UPLOAD + 1024 * 1024
"""Bytes of a multipart body: one workbook and what frames it."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("")
async def list_imports(
    request: Request,
    session: CurrentSession,
    actor: CurrentActor,
    asked: Annotated[ImportQuery, Query()],
) -> Page[ImportOut]:
    """The imports of the caller's subtree, newest first."""
    rows = await service.list_imports(session, actor, asked)
    items = await present(session, actor, rows.items, language_of(request))
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


@router.post("", status_code=201, max_body_size=MAX_BODY)
async def create_import(
    request: Request,
    response: Response,
    session: CurrentSession,
    actor: CurrentActor,
    file: Annotated[UploadFile, File()],
    kind: Annotated[ImportKind, Form()],
    organisation_id: Annotated[UUID | None, Form()] = None,
    as_of: Annotated[AsOf | None, Form()] = None,
) -> ImportOut:
    """Hand in a workbook of up to 20 MiB (.xlsx, .xls, .csv). Its columns are recognised; nothing
    is written.
    """
    if file.size is not None and file.size > MAX_UPLOAD:
        raise TOO_LARGE(limit="20 MiB")
    imported = await service.create(
        session,
        actor,
        request.app.state.settings.data_dir,
        kind,
        organisation_id or actor.organisation_id,
        file.filename or "",
        await file.read(),
        as_of,
    )
    out = await present_one(session, actor, imported, language_of(request))
    return created(response, request, out)


@router.get("/{import_id}")
async def read_import(
    import_id: UUID,
    request: Request,
    response: Response,
    session: CurrentSession,
    actor: CurrentActor,
) -> ImportOut:
    """One import with its columns and the counts of the last check."""
    imported = await service.read(session, actor, import_id)
    out = await present_one(session, actor, imported, language_of(request))
    return tagged(response, out)


@router.patch("/{import_id}")
async def change_import(
    session: CurrentSession,
    actor: CurrentActor,
    request: Request,
    response: Response,
    import_id: UUID,
    version: IfMatch,
    asked: ImportChangeIn,
) -> ImportOut:
    """Map columns by hand, or set the day as of which the workbook holds."""
    imported = await service.change(session, actor, import_id, asked, version)
    out = await present_one(session, actor, imported, language_of(request))
    return tagged(response, out)


@router.post(
    "/{import_id}/actions/{action}",
    responses={202: {"model": ImportOut, "description": "Queued; `Location` is its job"}},
)
async def act_on_import(
    import_id: UUID,
    action: ImportAction,
    request: Request,
    response: Response,
    session: CurrentSession,
    actor: CurrentActor,
    body: ActionIn | None = None,
) -> ImportOut:
    """Check or commit (202: follow the job at `Location`), reopen or cancel."""
    reason = body.reason if body else None
    imported = await service.act(session, actor, import_id, action, reason)
    await session.flush()
    if action in AS_JOBS:
        response.status_code = 202
        response.headers["Location"] = f"/api/v1/jobs/{imported.job_id}"
    out = await present_one(session, actor, imported, language_of(request))
    return tagged(response, out)


@router.get("/{import_id}/faults")
async def list_import_faults(
    import_id: UUID,
    request: Request,
    session: CurrentSession,
    actor: CurrentActor,
    asked: Annotated[FaultsQuery, Query()],
) -> Page[ImportFaultOut]:
    """The faults of the last check by row and column, in plain words."""
    rows = await findings.list_faults(session, actor, import_id, asked)
    language = language_of(request)
    items = [ImportFaultOut.of(fault, language) for fault in rows.items]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


@router.get("/{import_id}/rows")
async def list_import_rows(
    import_id: UUID,
    session: CurrentSession,
    actor: CurrentActor,
    asked: Annotated[RowsQuery, Query()],
) -> Page[ImportRowOut]:
    """A preview: the rows as they were read, and what each would do."""
    rows = await findings.list_rows(session, actor, import_id, asked)
    items = [
        ImportRowOut(row=row.row, values=json.loads(row.cells), outcome=row.outcome)
        for row in rows.items
    ]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


@router.get("/{import_id}/workbook", response_class=FileResponse, responses=FILE_ANSWER)
async def download_import_workbook(
    import_id: UUID, request: Request, session: CurrentSession, actor: CurrentActor
) -> FileResponse:
    """The workbook as it was handed in. It may hold full numbers, so taking it is recorded."""
    file = await sources.take_source(session, actor, import_id)
    return download(request.app.state.settings.data_dir, file, "no-store")


@router.get(
    "/{import_id}/marked-workbook",
    response_class=Response,
    responses={200: {"content": {XLSX: {"schema": {"type": "string", "format": "binary"}}}}},
)
async def download_marked_workbook(
    import_id: UUID, request: Request, session: CurrentSession, actor: CurrentActor
) -> Response:
    """The workbook with the faulty cells marked and commented. Taking it is recorded."""
    imported = await service.read(session, actor, import_id)
    data_dir = request.app.state.settings.data_dir
    content = await findings.mark(session, actor, data_dir, import_id, language_of(request))
    name = quote(f"{PurePath(imported.file_name).stem}-marked.xlsx")
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
        "Cache-Control": "no-store",
    }
    return Response(content, 200, headers, media_type=XLSX)


@router.get("/{import_id}/history")
async def read_import_history(
    import_id: UUID, session: CurrentSession, actor: CurrentActor, params: PageQuery
) -> Page[HistoryOut]:
    """Who did what with the import, newest first."""
    imported = await service.read(session, actor, import_id)
    return await history(session, "import_batch", imported.id, params)
