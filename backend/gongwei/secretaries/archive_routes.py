"""/secretaries/{id}/archive: the archive of whoever holds or held a post."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from gongwei.access.actor import CurrentActor
from gongwei.access.permissions import Permission
from gongwei.access.scope import fetch
from gongwei.archives.assembling import assemble
from gongwei.archives.printing import archive_document, file_name
from gongwei.archives.schemas import ArchiveOut, ArchiveQuery
from gongwei.audit.record import record
from gongwei.core import clock
from gongwei.core.db import CurrentSession
from gongwei.core.routing import ResourceRoute
from gongwei.documents.answers import PRINTED, language_of_document, printed
from gongwei.secretaries.models import Appointment

router = APIRouter(prefix="/secretaries", tags=["archives"], route_class=ResourceRoute)


@router.get("/{secretary_id}/archive", response_model=ArchiveOut, responses=PRINTED)
async def read_secretary_archive(
    request: Request,
    session: CurrentSession,
    actor: CurrentActor,
    secretary_id: UUID,
    asked: Annotated[ArchiveQuery, Query()],
) -> ArchiveOut | Response:
    """The performance archive as of a day: as data, Word or PDF. Taking it away is recorded."""
    read = Permission.ARCHIVES_READ
    appointment = await fetch(session, actor, Appointment, secretary_id, read=read)
    language = language_of_document(request)
    as_of = asked.as_of or clock.today()
    archive = await assemble(session, actor, appointment.person_id, as_of, language)
    if asked.format.printed is None:
        return archive
    record(session, actor, "archive.export", appointment, label=archive.person.name)
    document = archive_document(archive, language, clock.today())
    return await printed(request, document, asked.format.printed, file_name(archive, language))
