"""Which days are worked: the State Council's holidays and make-up days, and on top of them the
years that an office entered.

A year that neither knows is refused (`calendar_year_missing`), never guessed from the weekdays.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from gongwei.calendars.models import CalendarDay, CalendarSource, CalendarYear, DayKind
from gongwei.calendars.problems import YEAR_MISSING
from gongwei.calendars.state_council import KNOWN_YEARS, announced_days
from gongwei.core.errors import Problem

SATURDAY = 5


@dataclass(frozen=True)
class SpecialDay:
    """A day that differs from its weekday; its name in Chinese and in English."""

    kind: DayKind
    name: tuple[str, str]


@dataclass(frozen=True)
class YearCalendar:
    """One year, whole: every day that is not special follows its weekday.

    `version` counts what an office entered, from 1; 0 is as announced.
    """

    year: int
    version: int
    source: CalendarSource
    special: Mapping[date, SpecialDay]

    def is_worked(self, day: date) -> bool:
        """Whether offices work on that day of the year."""
        found = self.special.get(day)
        return found.kind is DayKind.WORKDAY if found else not is_weekend(day)

    def count(self, kind: DayKind) -> int:
        """Days of a kind that differ from their weekday."""
        return sum(day.kind is kind for day in self.special.values())


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() >= SATURDAY


async def year_calendar(session: AsyncSession, year: int) -> YearCalendar:
    """The calendar of a year. 409 `calendar_year_missing` when nobody knows it."""
    entered = select(CalendarYear).where(CalendarYear.year == year)
    row = (await session.exec(entered)).first()
    if row is not None:
        days = {
            day.day: SpecialDay(day.kind, (day.name, day.name))
            for day in (await session.exec(entered_days(year))).all()
        }
        return YearCalendar(year, row.version, CalendarSource.OFFICE, days)
    if year not in KNOWN_YEARS:
        raise YEAR_MISSING(year=year, members={"year": year})
    return announced_calendar(year)


def announced_calendar(year: int) -> YearCalendar:
    """A known year as the State Council announced it."""
    announced = {day: SpecialDay(*said) for day, said in announced_days(year).items()}
    return YearCalendar(year, 0, CalendarSource.STATE_COUNCIL, announced)


def entered_days(year: int) -> SelectOfScalar[CalendarDay]:
    """The days of a year that an office entered, in order."""
    return (
        select(CalendarDay)
        .where(col(CalendarDay.day) >= date(year, 1, 1), col(CalendarDay.day) <= date(year, 12, 31))
        .order_by(col(CalendarDay.day))
    )


async def is_working_day(session: AsyncSession, day: date) -> bool:
    """Whether offices work on a day. 409 `calendar_year_missing` when its year is not known."""
    return (await year_calendar(session, day.year)).is_worked(day)


async def add_working_days(session: AsyncSession, start: date, number: int) -> date:
    """The `number`th working day after `start`, which itself is not counted; `start` for 0.

    409 `calendar_year_missing` when it reaches into a year that is not known.
    """
    years: dict[int, YearCalendar] = {}
    day = start
    while number > 0:
        day += timedelta(days=1)
        if day.year not in years:
            years[day.year] = await year_calendar(session, day.year)
        number -= years[day.year].is_worked(day)
    return day


async def missing_years(session: AsyncSession, today: date) -> list[Problem]:
    """What to tell those who keep the calendar: the present year is not known or, in December,
    the next."""
    needed = [today.year] if today.month < 12 else [today.year, today.year + 1]
    missing: list[Problem] = []
    for year in needed:
        try:
            await year_calendar(session, year)
        except Problem as problem:
            missing.append(problem)
    return missing
