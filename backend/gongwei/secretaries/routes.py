"""Secretaries over HTTP: reading only."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from gongwei.access.actor import CurrentActor
from gongwei.access.scope import fetch
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import ResourceRoute, tagged
from gongwei.core.schemas import Page
from gongwei.secretaries import service
from gongwei.secretaries.models import Appointment
from gongwei.secretaries.schemas import SecretaryOut, SecretaryQuery

router = APIRouter(prefix="/secretaries", tags=["secretaries"], route_class=ResourceRoute)


@router.get("", summary="Who holds which post, now or on a day")
async def list_secretaries(
    session: CurrentSession, actor: CurrentActor, filters: Annotated[SecretaryQuery, Query()]
) -> Page[SecretaryOut]:
    found = await service.list_appointments(session, actor, filters)
    items = [service.secretary_out(*line) for line in found.items]
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


@router.get("/{secretary_id}", summary="One appointment")
async def read_secretary(
    response: Response, session: CurrentSession, actor: CurrentActor, secretary_id: UUID
) -> SecretaryOut:
    return tagged(response, await service.read_appointment(session, actor, secretary_id))


@router.get("/{secretary_id}/history", summary="Who did what to the appointment, when and why")
async def read_secretary_history(
    session: CurrentSession, actor: CurrentActor, secretary_id: UUID, params: PageQuery
) -> Page[HistoryOut]:
    await fetch(session, actor, Appointment, secretary_id, read=service.READ)
    return await history(session, "appointment", secretary_id, params)
