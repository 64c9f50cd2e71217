"""/me/archive: one's own archive."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from gongwei.access.actor import CurrentActor
from gongwei.archives import assembling
from gongwei.archives.printing import archive_document, file_name
from gongwei.archives.schemas import ArchiveOut, ArchiveQuery
from gongwei.core import clock
from gongwei.core.db import CurrentSession
from gongwei.core.routing import ResourceRoute
from gongwei.documents.answers import PRINTED, language_of_document, printed

router = APIRouter(prefix="/me", tags=["archives"], route_class=ResourceRoute)


@router.get("/archive", response_model=ArchiveOut, responses=PRINTED)
async def read_own_archive(
    request: Request,
    session: CurrentSession,
    actor: CurrentActor,
    asked: Annotated[ArchiveQuery, Query()],
) -> ArchiveOut | Response:
    """The caller's own performance archive as of a day: as data, Word or PDF."""
    language = language_of_document(request)
    as_of = asked.as_of or clock.today()
    archive = await assembling.own_archive(session, actor, as_of, language)
    if asked.format.printed is None:
        return archive
    document = archive_document(archive, language, clock.today())
    return await printed(request, document, asked.format.printed, file_name(archive, language))
