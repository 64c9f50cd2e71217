"""The working calendar as an office changed or completed it."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Date
from sqlmodel import Field

from gongwei.core.models import Row, choice


class DayKind(StrEnum):
    """What a day is, whatever its weekday says."""

    HOLIDAY = "holiday"
    WORKDAY = "workday"


class CalendarSource(StrEnum):
    """Who says what the days of a year are."""

    STATE_COUNCIL = "state_council"
    OFFICE = "office"


class CalendarYear(Row, table=True):
    """A year that the office entered whole: days without an entry follow their weekday."""

    __tablename__ = "calendar_year"
    __table_args__ = (CheckConstraint("year BETWEEN 2000 AND 2200", name="year_in_range"),)

    year: int = Field(unique=True)


class CalendarDay(Row, table=True):
    """One day that differs from its weekday, or from what the program brought along."""

    __tablename__ = "calendar_day"

    day: date = Field(sa_type=Date, unique=True)
    kind: DayKind = choice(DayKind)
    name: str = Field(max_length=100)
