"""/talks and /me/talks."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import Page
from gongwei.secretaries.talks import acts, service
from gongwei.secretaries.talks.schemas import (
    TalkActionIn,
    TalkChangeIn,
    TalkIn,
    TalkOut,
    TalkQuery,
)
from gongwei.secretaries.talks.workflow import TalkAction

router = APIRouter(tags=["talks"], route_class=ResourceRoute)


@router.get("/me/talks", summary="Talks with the caller's own person, the latest first")
async def list_own_talks(
    session: CurrentSession, actor: CurrentActor, page: PageQuery
) -> Page[TalkOut]:
    return await service.list_own(session, actor, page)


@router.get("/talks", summary="Talks, inquiries and letters, the nearest date first")
async def list_talks(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[TalkQuery, Query()]
) -> Page[TalkOut]:
    return await service.list_talks(session, actor, asked)


@router.post("/talks", status_code=201, summary="Schedule a talk, prepare an inquiry or a letter")
async def create_talk(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: TalkIn,
) -> TalkOut:  # fmt: skip
    return created(response, request, await service.create(session, actor, entry))


@router.get("/talks/{talk_id}", summary="One talk, also for the person talked to")
async def read_talk(
    response: Response, session: CurrentSession, actor: CurrentActor, talk_id: UUID
) -> TalkOut:
    return tagged(response, await service.read(session, actor, talk_id))


@router.patch("/talks/{talk_id}", summary="Change what is scheduled")
async def change_talk(
    response: Response, session: CurrentSession, actor: CurrentActor, talk_id: UUID,
    version: IfMatch, patch: TalkChangeIn,
) -> TalkOut:  # fmt: skip
    return tagged(response, await service.change(session, actor, talk_id, version, patch))


@router.post("/talks/{talk_id}/actions/{action}", summary="Move a talk along")
async def act_on_talk(
    response: Response, session: CurrentSession, actor: CurrentActor, talk_id: UUID,
    action: TalkAction, body: TalkActionIn | None = None,
) -> TalkOut:  # fmt: skip
    given = body or TalkActionIn()
    return tagged(response, await acts.act(session, actor, talk_id, action, given))


@router.get("/talks/{talk_id}/history", summary="Who did what with it when, newest first")
async def read_talk_history(
    session: CurrentSession, actor: CurrentActor, talk_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    return await service.read_history(session, actor, talk_id, page)
