"""Units over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import ActionIn, Page
from gongwei.organisations.units import service
from gongwei.organisations.units.schemas import UnitChangeIn, UnitIn, UnitOut, UnitQuery
from gongwei.organisations.units.workflow import UnitAction

router = APIRouter(prefix="/units", tags=["units"], route_class=ResourceRoute)


@router.get("", summary="Units of the subtree, now or as of a day")
async def list_units(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[UnitQuery, Query()]
) -> Page[UnitOut]:
    found = await service.list_rows(session, actor, asked)
    items = await service.shown_on(session, actor, found.items, asked.as_of)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


@router.post("", status_code=201, summary="Enter a unit")
async def create_unit(
    request: Request,
    response: Response,
    session: CurrentSession,
    actor: CurrentActor,
    entry: UnitIn,
) -> UnitOut:
    unit = await service.create(session, actor, entry)
    return created(response, request, service.unit_out(actor, unit))


@router.get("/{unit_id}", summary="One unit")
async def read_unit(
    response: Response, session: CurrentSession, actor: CurrentActor, unit_id: UUID
) -> UnitOut:
    return tagged(response, service.unit_out(actor, await service.read(session, actor, unit_id)))


@router.patch("/{unit_id}", summary="Correct a unit")
async def change_unit(
    response: Response, session: CurrentSession, actor: CurrentActor, unit_id: UUID,
    version: IfMatch, patch: UnitChangeIn,
) -> UnitOut:  # fmt: skip
    unit = await service.change(session, actor, unit_id, version, patch)
    return tagged(response, service.unit_out(actor, unit))


@router.post("/{unit_id}/actions/{action}", summary="Close or reopen a unit")
async def act_on_unit(
    response: Response, session: CurrentSession, actor: CurrentActor, unit_id: UUID,
    action: UnitAction, body: ActionIn | None = None,
) -> UnitOut:  # fmt: skip
    unit = await service.act(session, actor, unit_id, action, body.reason if body else None)
    return tagged(response, service.unit_out(actor, unit))


@router.get("/{unit_id}/history", summary="Who did what to it when, newest first")
async def read_unit_history(
    session: CurrentSession, actor: CurrentActor, unit_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    unit = await service.read(session, actor, unit_id)
    return await history(session, "unit", unit.id, page)
