"""Files: hand one in, read what it is, take it home as a download."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi.responses import FileResponse

from gongwei.access.actor import CurrentActor
from gongwei.access.filters import OwnedQuery
from gongwei.core.db import CurrentSession
from gongwei.core.errors import TOO_LARGE
from gongwei.core.routing import ResourceRoute, created, tagged
from gongwei.core.schemas import Page
from gongwei.files import service
from gongwei.files.answers import FILE_ANSWER, download
from gongwei.files.schemas import FileOut

router = APIRouter(prefix="/files", tags=["files"], route_class=ResourceRoute)


@router.get("")
async def list_files(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[OwnedQuery, Query()]
) -> Page[FileOut]:
    """The files of the caller's subtree, newest first; workbooks of imports stand at `/imports`."""
    rows = await service.list_files(session, actor, asked)
    items = [FileOut.model_validate(file) for file in rows.items]
    return Page(items=items, next_cursor=rows.next_cursor, total=rows.total)


@router.post("", status_code=201)
async def create_file(
    session: CurrentSession,
    actor: CurrentActor,
    request: Request,
    response: Response,
    file: Annotated[UploadFile, File()],
    organisation_id: Annotated[UUID | None, Form()] = None,
) -> FileOut:
    """Hand in one file of up to 20 MiB, for the caller's organisation unless another is named."""
    if file.size is not None and file.size > service.MAX_UPLOAD:
        raise TOO_LARGE(limit="20 MiB")
    stored = await service.store(
        session,
        actor,
        request.app.state.settings.data_dir,
        organisation_id or actor.organisation_id,
        file.filename or "",
        await file.read(),
    )
    return created(response, request, FileOut.model_validate(stored))


@router.get("/{file_id}")
async def read_file(
    session: CurrentSession, actor: CurrentActor, response: Response, file_id: UUID
) -> FileOut:
    """What a file is."""
    return tagged(response, FileOut.model_validate(await service.read(session, actor, file_id)))


@router.get(
    "/{file_id}/content",
    response_class=FileResponse,
    responses=FILE_ANSWER,
)
async def download_file(
    session: CurrentSession, actor: CurrentActor, request: Request, file_id: UUID
) -> FileResponse:
    """The bytes, always as a download and never as a page."""
    file = await service.read(session, actor, file_id)
    return download(request.app.state.settings.data_dir, file, "private, no-cache")
