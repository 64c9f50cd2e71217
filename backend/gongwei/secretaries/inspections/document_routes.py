"""/inspections/{id}/report: the written report of an inspection."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from gongwei.access.actor import CurrentActor
from gongwei.core.db import CurrentSession
from gongwei.core.routing import ResourceRoute
from gongwei.documents.answers import PRINTED, language_of_document, printed
from gongwei.documents.formats import FormatQuery
from gongwei.secretaries.inspections.report import inspection_report

router = APIRouter(prefix="/inspections", tags=["inspections"], route_class=ResourceRoute)


@router.get("/{inspection_id}/report", response_class=Response, responses=PRINTED)
async def print_inspection_report(
    request: Request,
    session: CurrentSession,
    actor: CurrentActor,
    inspection_id: UUID,
    asked: Annotated[FormatQuery, Query()],
) -> Response:
    """The report assembled from the team's entries, as Word or PDF. Taking it away is recorded."""
    language = language_of_document(request)
    report = await inspection_report(session, actor, inspection_id, language)
    return await printed(request, report.document, asked.format, report.name)
