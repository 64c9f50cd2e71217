"""Nominations and their batches over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import Page
from gongwei.secretaries.nominations import batches, service
from gongwei.secretaries.nominations.schemas import (
    NominationActionIn,
    NominationBatchChangeIn,
    NominationBatchIn,
    NominationBatchMovedOut,
    NominationBatchOut,
    NominationBatchQuery,
    NominationChangeIn,
    NominationIn,
    NominationOut,
    NominationQuery,
)
from gongwei.secretaries.nominations.workflow import NominationAction

nominations = APIRouter(prefix="/nominations", tags=["nominations"], route_class=ResourceRoute)
nomination_batches = APIRouter(
    prefix="/nomination-batches", tags=["nomination-batches"], route_class=ResourceRoute
)
routers = (nomination_batches, nominations)


@nomination_batches.get("", summary="Batches of nominations, latest first")
async def list_nomination_batches(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[NominationBatchQuery, Query()]
) -> Page[NominationBatchOut]:
    return await batches.list_batches(session, actor, asked)


@nomination_batches.post("", status_code=201, summary="Open a batch for one election")
async def create_nomination_batch(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: NominationBatchIn,
) -> NominationBatchOut:  # fmt: skip
    return created(response, request, await batches.create(session, actor, entry))


@nomination_batches.get("/{batch_id}", summary="One batch, with its nominations by state")
async def read_nomination_batch(
    response: Response, session: CurrentSession, actor: CurrentActor, batch_id: UUID
) -> NominationBatchOut:
    return tagged(response, await batches.read(session, actor, batch_id))


@nomination_batches.patch("/{batch_id}", summary="Change title or day of the election")
async def change_nomination_batch(
    response: Response, session: CurrentSession, actor: CurrentActor, batch_id: UUID,
    version: IfMatch, patch: NominationBatchChangeIn,
) -> NominationBatchOut:  # fmt: skip
    return tagged(response, await batches.change(session, actor, batch_id, version, patch))


@nomination_batches.post(
    "/{batch_id}/actions/{action}", summary="Move every nomination whose state allows it"
)
async def act_on_nomination_batch(
    session: CurrentSession, actor: CurrentActor, batch_id: UUID, action: NominationAction,
    body: NominationActionIn | None = None,
) -> NominationBatchMovedOut:  # fmt: skip
    return await batches.act(session, actor, batch_id, action, body or NominationActionIn())


@nomination_batches.get("/{batch_id}/history", summary="Who did what to it when, newest first")
async def read_nomination_batch_history(
    session: CurrentSession, actor: CurrentActor, batch_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    batch = await batches.read(session, actor, batch_id)
    return await history(session, "nomination_batch", batch.id, page)


@nominations.get("", summary="Nominations, what changed last first")
async def list_nominations(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[NominationQuery, Query()]
) -> Page[NominationOut]:
    return await service.list_nominations(session, actor, asked)


@nominations.post("", status_code=201, summary="Draft a nomination")
async def create_nomination(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: NominationIn,
) -> NominationOut:  # fmt: skip
    return created(response, request, await service.create(session, actor, entry))


@nominations.get("/{nomination_id}", summary="One nomination and whose turn it is")
async def read_nomination(
    response: Response, session: CurrentSession, actor: CurrentActor, nomination_id: UUID
) -> NominationOut:
    return tagged(response, await service.read(session, actor, nomination_id))


@nominations.patch("/{nomination_id}", summary="Change a draft or what was returned")
async def change_nomination(
    response: Response, session: CurrentSession, actor: CurrentActor, nomination_id: UUID,
    version: IfMatch, patch: NominationChangeIn,
) -> NominationOut:  # fmt: skip
    return tagged(response, await service.change(session, actor, nomination_id, version, patch))


@nominations.delete("/{nomination_id}", status_code=204, summary="Delete a draft")
async def delete_nomination(
    session: CurrentSession, actor: CurrentActor, nomination_id: UUID
) -> None:
    await service.discard(session, actor, nomination_id)


@nominations.post("/{nomination_id}/actions/{action}", summary="Move a nomination along")
async def act_on_nomination(
    response: Response, session: CurrentSession, actor: CurrentActor, nomination_id: UUID,
    action: NominationAction, body: NominationActionIn | None = None,
) -> NominationOut:  # fmt: skip
    given = body or NominationActionIn()
    return tagged(response, await service.act(session, actor, nomination_id, action, given))


@nominations.get("/{nomination_id}/history", summary="Who did what to it when, newest first")
async def read_nomination_history(
    session: CurrentSession, actor: CurrentActor, nomination_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    nomination = await service.read(session, actor, nomination_id)
    return await history(session, "nomination", nomination.id, page)
