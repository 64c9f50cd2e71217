"""/talks/{id}/document: a talk on paper."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from gongwei.access.actor import CurrentActor
from gongwei.core.db import CurrentSession
from gongwei.core.routing import ResourceRoute
from gongwei.documents.answers import PRINTED, language_of_document, printed
from gongwei.documents.formats import FormatQuery
from gongwei.secretaries.talks.document import talk_document

router = APIRouter(prefix="/talks", tags=["talks"], route_class=ResourceRoute)


@router.get("/{talk_id}/document", response_class=Response, responses=PRINTED)
async def print_talk(
    request: Request,
    session: CurrentSession,
    actor: CurrentActor,
    talk_id: UUID,
    asked: Annotated[FormatQuery, Query()],
) -> Response:
    """The letter, or the record of the talk, as Word or PDF."""
    language = language_of_document(request)
    talk = await talk_document(session, actor, talk_id, language)
    return await printed(request, talk.document, asked.format, talk.name)
