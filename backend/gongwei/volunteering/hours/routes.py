"""/volunteer-hours and /me/volunteer-hours."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.audit.schemas import HistoryOut
from gongwei.core.db import CurrentSession
from gongwei.core.pagination import PageQuery
from gongwei.core.problem_responses import language_of
from gongwei.core.routing import ResourceRoute, created, tagged
from gongwei.core.schemas import Page
from gongwei.documents.answers import language_of_document
from gongwei.volunteering.hours import acts, explaining, late_entries, reading, row_sums, summary
from gongwei.volunteering.hours.schemas import (
    HoursActionIn,
    HoursExplanationOut,
    HoursQuery,
    HoursSummaryOut,
    HoursSummaryQuery,
    HoursVerb,
    HoursVerificationsIn,
    HoursVerificationsOut,
    OwnHoursQuery,
    OwnHoursSummaryOut,
    VolunteerHoursIn,
    VolunteerHoursOut,
)

router = APIRouter(tags=["volunteer-hours"], route_class=ResourceRoute)


@router.get("/me/volunteer-hours", summary="The caller's own hours, the latest day first")
async def list_own_volunteer_hours(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[OwnHoursQuery, Query()]
) -> Page[VolunteerHoursOut]:
    return await reading.list_own_hours(session, actor, asked)


@router.get("/me/volunteer-hours/summary", summary="The caller's own sums, and the last 12 months'")
async def read_own_volunteer_hours_summary(
    session: CurrentSession, actor: CurrentActor
) -> OwnHoursSummaryOut:
    return await row_sums.summarise_own(session, actor)


@router.get("/volunteer-hours", summary="Hours of the subtree, the latest day first")
async def list_volunteer_hours(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[HoursQuery, Query()]
) -> Page[VolunteerHoursOut]:
    return await reading.list_hours(session, actor, asked)


@router.post(
    "/volunteer-hours", status_code=201, summary="Enter service that was not checked in at the time"
)
async def create_volunteer_hours(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    entry: VolunteerHoursIn,
) -> VolunteerHoursOut:  # fmt: skip
    return created(response, request, await late_entries.create(session, actor, entry))


@router.get("/volunteer-hours/summary", summary="Sums by organisation, month, team or person")
async def read_volunteer_hours_summary(
    session: CurrentSession, actor: CurrentActor, asked: Annotated[HoursSummaryQuery, Query()]
) -> HoursSummaryOut:
    return await summary.summarise(session, actor, asked)


@router.post("/volunteer-hours/verifications", summary="Verify plain entries together")
async def verify_volunteer_hours(
    request: Request, session: CurrentSession, actor: CurrentActor, body: HoursVerificationsIn
) -> HoursVerificationsOut:
    """Each entry is answered by itself; one with a flag is to be looked at and verified alone."""
    return await acts.verify_together(session, actor, body.ids, language_of(request))


@router.get("/volunteer-hours/{hours_id}", summary="One entry, also for the person concerned")
async def read_volunteer_hours(
    response: Response, session: CurrentSession, actor: CurrentActor, hours_id: UUID
) -> VolunteerHoursOut:
    return tagged(response, await reading.read_hours(session, actor, hours_id))


@router.post("/volunteer-hours/{hours_id}/actions/{action}", summary="Verify, dispute, resolve")
async def act_on_volunteer_hours(
    response: Response, session: CurrentSession, actor: CurrentActor, hours_id: UUID,
    action: HoursVerb, body: HoursActionIn | None = None,
) -> VolunteerHoursOut:  # fmt: skip
    given = body or HoursActionIn()
    return tagged(response, await acts.act(session, actor, hours_id, action, given))


@router.get("/volunteer-hours/{hours_id}/explanation", summary="How the minutes came about")
async def read_volunteer_hours_explanation(
    request: Request, session: CurrentSession, actor: CurrentActor, hours_id: UUID
) -> HoursExplanationOut:
    language = language_of_document(request)
    return await explaining.explain(session, actor, hours_id, language)


@router.get("/volunteer-hours/{hours_id}/history", summary="Who did what with it, newest first")
async def read_volunteer_hours_history(
    session: CurrentSession, actor: CurrentActor, hours_id: UUID, page: PageQuery
) -> Page[HistoryOut]:
    return await reading.read_history(session, actor, hours_id, page)
