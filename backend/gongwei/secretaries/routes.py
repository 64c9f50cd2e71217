"""Secretaries over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.access.scope import fetch
from gongwei.audit.schemas import HistoryOut
from gongwei.audit.service import history
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.routing import IfMatch, ResourceRoute, created, tagged
from gongwei.core.schemas import Page
from gongwei.secretaries import ending, service, vacancies
from gongwei.secretaries.models import Appointment
from gongwei.secretaries.schemas import (
    SecretaryActionIn,
    SecretaryChangeIn,
    SecretaryIn,
    SecretaryOut,
    SecretaryQuery,
    VacancyOut,
    VacancyQuery,
)
from gongwei.secretaries.workflow import AppointmentAction

router = APIRouter(prefix="/secretaries", tags=["secretaries"], route_class=ResourceRoute)


@router.get("", summary="Who holds which post, now or on a day")
async def list_secretaries(
    session: CurrentSession, actor: CurrentActor, filters: Annotated[SecretaryQuery, Query()]
) -> Page[SecretaryOut]:
    return await service.list_appointments(session, actor, filters)


@router.post("", status_code=201, summary="Enter an appointment from before the system")
async def create_secretary(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: SecretaryIn,
) -> SecretaryOut:  # fmt: skip
    return created(response, request, await service.enter_late(session, actor, entry))


@router.get("/vacancies", summary="Organisations without the secretary that they need")
async def list_vacancies(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[VacancyQuery, Query()]
) -> Page[VacancyOut]:
    return await vacancies.list_vacancies(session, actor, asked)


@router.get("/{secretary_id}", summary="One appointment")
async def read_secretary(
    response: Response, session: CurrentSession, actor: CurrentActor, secretary_id: UUID
) -> SecretaryOut:
    return tagged(response, await service.read_appointment(session, actor, secretary_id))


@router.patch("/{secretary_id}", summary="Change full-time or the duty title")
async def change_secretary(
    response: Response, session: CurrentSession, actor: CurrentActor, secretary_id: UUID,
    version: IfMatch, patch: SecretaryChangeIn,
) -> SecretaryOut:  # fmt: skip
    return tagged(response, await service.change(session, actor, secretary_id, version, patch))


@router.post("/{secretary_id}/actions/{action}", summary="Ask for the end, consent, or end")
async def act_on_secretary(
    response: Response, session: CurrentSession, actor: CurrentActor, secretary_id: UUID,
    action: AppointmentAction, body: SecretaryActionIn | None = None,
) -> SecretaryOut:  # fmt: skip
    given = body or SecretaryActionIn()
    return tagged(response, await ending.act(session, actor, secretary_id, action, given))


@router.get("/{secretary_id}/history", summary="Who did what to the appointment, when and why")
async def read_secretary_history(
    session: CurrentSession, actor: CurrentActor, secretary_id: UUID, params: PageQuery
) -> Page[HistoryOut]:
    await fetch(session, actor, Appointment, secretary_id, read=service.READ)
    return await history(session, "appointment", secretary_id, params)
