"""The roster as a workbook. Taking it away is recorded, because a file leaves the system."""

import asyncio
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from gongwei.access.actor import CurrentActor
from gongwei.core import clock
from gongwei.core.db import CurrentSession
from gongwei.core.problem_responses import language_of
from gongwei.core.routing import ResourceRoute
from gongwei.integrations.exports.members import Language, heads, line, title
from gongwei.integrations.workbooks.writing import write_table
from gongwei.members import service
from gongwei.members.schemas import RosterQuery

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

router = APIRouter(prefix="/members", tags=["members"], route_class=ResourceRoute)


@router.get(
    "/export",
    summary="The roster as shown, as a workbook",
    response_class=Response,
    responses={200: {"content": {XLSX: {}}, "description": "A workbook (.xlsx)"}},
)
async def export_members(
    request: Request,
    session: CurrentSession,
    actor: CurrentActor,
    filters: Annotated[RosterQuery, Query()],
) -> Response:
    language: Language = "en" if language_of(request) == "en" else "zh"
    on = filters.as_of or clock.today()
    lines = await service.export(session, actor, filters)
    content = await asyncio.to_thread(
        write_table, title(language), heads(language), [line(one, on, language) for one in lines]
    )
    name = quote(f"{title(language)}-{on.isoformat()}.xlsx")
    return Response(
        content,
        media_type=XLSX,
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
    )
