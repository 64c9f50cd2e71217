"""Shapes of the working calendar."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from gongwei.calendars.models import CalendarSource, DayKind
from gongwei.core.schemas import Code, Day, In, Out

Year = Annotated[int, Field(ge=2000, le=2199)]


class CalendarQuery(BaseModel):
    """The year to look at; the present one when left out."""

    year: Year | None = None


class CalendarDayOut(Out):
    """A day that differs from its weekday: a weekday off, or a weekend that is worked."""

    day: date
    kind: DayKind
    name: str


class CalendarOut(Out):
    """A year: `days` differ from their weekday, all others follow it. `source` says whose it is.

    `version` moves when an office changes the year; a year as it was announced has version 0.
    """

    year: int
    version: int
    source: CalendarSource
    days: list[CalendarDayOut]


class CalendarYearOut(Out):
    """A year that is known. `holidays` are weekdays off, `workdays` weekends that are worked."""

    year: int
    source: CalendarSource
    holidays: int
    workdays: int


class CalendarDayIn(In):
    """A weekday off (`holiday`), or a weekend day that is worked (`workday`)."""

    day: Day
    kind: DayKind
    name: Code


class CalendarYearIn(In):
    """A whole year: every day that differs from its weekday. What was entered before is
    replaced."""

    days: Annotated[list[CalendarDayIn], Field(min_length=1, max_length=366)]
