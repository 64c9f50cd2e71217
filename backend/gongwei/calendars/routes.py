"""/calendar: the working days, open to everybody who is signed in."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from gongwei.access.actor import CurrentActor
from gongwei.calendars import service
from gongwei.calendars.models import DayKind
from gongwei.calendars.schemas import (
    CalendarDayOut,
    CalendarOut,
    CalendarQuery,
    CalendarYearIn,
    CalendarYearOut,
)
from gongwei.calendars.working_days import YearCalendar
from gongwei.core.db import CurrentSession
from gongwei.core.problem_responses import language_of
from gongwei.core.routing import Precondition, ResourceRoute, tagged
from gongwei.core.schemas import Items

router = APIRouter(prefix="/calendar", tags=["calendar"], route_class=ResourceRoute)

YearInPath = Annotated[int, Path(ge=2000, le=2199)]


@router.get("", summary="Holidays and make-up days of a year")
async def read_calendar(
    session: CurrentSession,
    _actor: CurrentActor,
    request: Request,
    response: Response,
    asked: Annotated[CalendarQuery, Query()],
) -> CalendarOut:
    found = await service.read_calendar(session, asked.year)
    return tagged(response, _calendar_out(found, request))


@router.get("/years", summary="The years that are known, the latest first")
async def list_calendar_years(
    session: CurrentSession, _actor: CurrentActor
) -> Items[CalendarYearOut]:
    items = [
        CalendarYearOut(
            year=found.year, source=found.source, holidays=found.count(DayKind.HOLIDAY),
            workdays=found.count(DayKind.WORKDAY),
        )
        for found in await service.list_years(session)
    ]  # fmt: skip
    return Items(items=items)


@router.put("/years/{year}", summary="Enter a whole year")
async def enter_calendar_year(
    session: CurrentSession,
    actor: CurrentActor,
    request: Request,
    response: Response,
    year: YearInPath,
    version: Precondition,
    body: CalendarYearIn,
) -> CalendarOut:
    """`If-Match` names the year that is replaced; `If-None-Match: *` enters one that nobody knows
    yet."""
    entered = await service.enter_year(session, actor, year, body, version)
    return tagged(response, _calendar_out(entered, request))


def _calendar_out(found: YearCalendar, request: Request) -> CalendarOut:
    at = int(language_of(request) == "en")
    days = [
        CalendarDayOut(day=day, kind=special.kind, name=special.name[at])
        for day, special in found.special.items()
    ]
    return CalendarOut(year=found.year, version=found.version, source=found.source, days=days)
