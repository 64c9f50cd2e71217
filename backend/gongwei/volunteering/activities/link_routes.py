"""Addresses with a secret code: the calendar feed and the served party's confirmation."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.accounts.public_codes import PublicCode, counting_misses
from gongwei.core.api_document import NEVER_REPLAYED, refused_with
from gongwei.core.db import WHOLE_TREE, CurrentSession
from gongwei.core.routing import ResourceRoute
from gongwei.volunteering.activities import calendar_feed, confirming
from gongwei.volunteering.activities.confirmation_schemas import (
    AskedOut,
    CalendarAddressOut,
    CalendarLinkOut,
    ConfirmationIn,
    ConfirmationOut,
    PublicConfirmationOut,
)

router = APIRouter(tags=["activities"], route_class=ResourceRoute)
public = APIRouter(prefix="/public", tags=["public"], route_class=ResourceRoute)
HOME = "/api/v1"
ICALENDAR = "text/calendar"


class CalendarAnswer(Response):
    """A calendar, which the fetching program may keep for a quarter of an hour."""

    media_type = ICALENDAR


@router.get("/me/calendar-link", summary="Whether the caller's calendar has an address")
async def read_calendar_link(session: CurrentSession, actor: CurrentActor) -> CalendarLinkOut:
    link = await calendar_feed.read_link(session, actor)
    return CalendarLinkOut(active=link is not None, made_at=link.updated_at if link else None)


@router.post(
    "/me/calendar-link", status_code=201, openapi_extra=NEVER_REPLAYED,
    summary="A new secret address of the caller's calendar; one from before ends",
)  # fmt: skip
async def create_calendar_link(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor
) -> CalendarAddressOut:
    # An answer that holds a secret is never kept for replays.
    request.state.idempotency = None
    code = await calendar_feed.make_link(session, actor)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Location"] = f"{HOME}/me/calendar-link"
    return CalendarAddressOut(url=f"{HOME}/public/calendars/{code}.ics")


@router.delete("/me/calendar-link", status_code=204, summary="End the address of the calendar")
async def delete_calendar_link(session: CurrentSession, actor: CurrentActor) -> None:
    await calendar_feed.end_link(session, actor)


@router.post(
    "/activities/{activity_id}/service-confirmation", status_code=201,
    openapi_extra=NEVER_REPLAYED,
    summary="An address for the served party to confirm the service; one from before is void",
)  # fmt: skip
async def ask_service_confirmation(
    request: Request, response: Response, session: CurrentSession, actor: CurrentActor,
    activity_id: UUID,
) -> AskedOut:  # fmt: skip
    # An answer that holds a secret is never kept for replays.
    request.state.idempotency = None
    asked = await confirming.ask(session, actor, activity_id)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Location"] = f"{HOME}/activities/{activity_id}/service-confirmation"
    return asked


@router.get("/activities/{activity_id}/service-confirmation", summary="What the served party said")
async def read_service_confirmation(
    session: CurrentSession, actor: CurrentActor, activity_id: UUID
) -> ConfirmationOut:
    return await confirming.read(session, actor, activity_id)


@public.get(
    "/calendars/{code}.ics", summary="The calendar behind a secret address, as iCalendar",
    response_class=CalendarAnswer, responses=refused_with(429),
)  # fmt: skip
async def read_calendar_feed(request: Request, code: PublicCode) -> Response:
    async with counting_misses(request) as database, database.transaction(WHOLE_TREE) as session:
        content = await calendar_feed.feed(session, code)
    kept = int(calendar_feed.KEPT.total_seconds())
    return CalendarAnswer(content, headers={"Cache-Control": f"private, max-age={kept}"})


@public.get(
    "/service-confirmations/{code}", summary="What the served party is asked to confirm",
    responses=refused_with(429),
)  # fmt: skip
async def read_public_service_confirmation(
    request: Request, code: PublicCode
) -> PublicConfirmationOut:
    async with counting_misses(request) as database, database.transaction(WHOLE_TREE) as session:
        return await confirming.read_by_code(session, code)


@public.post(
    "/service-confirmations/{code}", summary="Answer as the served party, once",
    responses=refused_with(429),
)  # fmt: skip
async def answer_service_confirmation(
    request: Request, code: PublicCode, said: ConfirmationIn
) -> PublicConfirmationOut:
    async with counting_misses(request) as database, database.transaction(WHOLE_TREE) as session:
        return await confirming.answer(session, code, said)


routers = (router, public)
