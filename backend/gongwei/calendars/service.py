"""Reading the working calendar, and entering a year of it whole.

The calendar belongs to no organisation: everybody reads it, and who may write it writes it for all.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission
from gongwei.access.scope import allow
from gongwei.audit.record import record
from gongwei.calendars.models import CalendarDay, CalendarYear, DayKind
from gongwei.calendars.schemas import CalendarDayIn, CalendarYearIn
from gongwei.calendars.state_council import KNOWN_YEARS
from gongwei.calendars.working_days import (
    YearCalendar,
    announced_calendar,
    entered_days,
    is_weekend,
    year_calendar,
)
from gongwei.core import clock
from gongwei.core.days import day_in_chinese, day_in_english
from gongwei.core.errors import MALFORMED, STALE, FieldFault


async def read_calendar(session: AsyncSession, year: int | None) -> YearCalendar:
    """A year, the present one when left out. 409 `calendar_year_missing` when nobody knows it."""
    return await year_calendar(session, year or clock.today().year)


async def list_years(session: AsyncSession) -> list[YearCalendar]:
    """Every year that is known, the latest first."""
    entered = set((await session.exec(select(col(CalendarYear.year)))).all())
    return [
        await year_calendar(session, year) if year in entered else announced_calendar(year)
        for year in sorted(entered | KNOWN_YEARS, reverse=True)
    ]


async def enter_year(
    session: AsyncSession, actor: Actor, year: int, given: CalendarYearIn, version: int | None
) -> YearCalendar:
    """Put a whole year in the place of what was known of it; each day that changes is recorded.

    `version` is that of the year as it was known, None when it was not. 412 `stale` when that has
    changed; 422 for a day outside the year, named twice, or that says what its weekday says.
    """
    allow(actor, Permission.CALENDAR_WRITE)
    _refuse_faults(year, given.days)
    locked = select(CalendarYear).where(CalendarYear.year == year).with_for_update()
    row = (await session.exec(locked)).first()
    known = row.version if row is not None else 0 if year in KNOWN_YEARS else None
    if version != known:
        raise STALE()
    if row is None:
        row = CalendarYear(year=year)
        session.add(row)
        record(session, actor, "calendar_year.create", row, label=str(year))
        await session.flush()
        await _replace_days(session, actor, row, given.days)
    elif await _replace_days(session, actor, row, given.days):
        # The version of the year stands for its days: to a caller they are one record.
        row.updated_at = clock.now()
    await session.flush()
    return await year_calendar(session, year)


async def _replace_days(
    session: AsyncSession, actor: Actor, year: CalendarYear, given: Sequence[CalendarDayIn]
) -> int:
    """How many days were entered, changed or taken away."""
    held = {row.day: row for row in (await session.exec(entered_days(year.year))).all()}
    moved: list[tuple[str, CalendarDay]] = []
    for entry in given:
        row = held.pop(entry.day, None)
        if row is None:
            row = CalendarDay(**entry.model_dump())
            session.add(row)
            moved.append(("create", row))
        elif (row.kind, row.name) != (entry.kind, entry.name):
            row.kind, row.name = entry.kind, entry.name
            moved.append(("change", row))
    for row in held.values():
        await session.delete(row)
        moved.append(("delete", row))
    for verb, row in moved:
        label = f"{row.day} {row.name}"
        record(session, actor, f"calendar_day.{verb}", row, label=label, parts=[year])
    return len(moved)


def _refuse_faults(year: int, days: Sequence[CalendarDayIn]) -> None:
    faults = tuple(_faults(year, days))
    if faults:
        raise MALFORMED(errors=faults, count=len(faults))


def _faults(year: int, days: Sequence[CalendarDayIn]) -> Iterator[FieldFault]:
    named = Counter(entry.day for entry in days)
    for place, entry in enumerate(days):
        zh, en = day_in_chinese(entry.day), day_in_english(entry.day)
        pointer = f"/days/{place}/day"
        if entry.day.year != year:
            yield FieldFault(
                pointer, "outside_year", f"{zh}不在 {year} 年内，请核对年份",
                f"{en} is not in {year}; check the year",
            )  # fmt: skip
        elif named[entry.day] > 1:
            yield FieldFault(
                pointer, "day_twice", f"{zh}填写了不止一次，请只保留一条",
                f"{en} is named more than once; keep one",
            )  # fmt: skip
        elif entry.kind is DayKind.HOLIDAY and is_weekend(entry.day):
            yield FieldFault(
                pointer, "already_free", f"{zh}是周末，本来就休息，不用填写；请核对日期",
                f"{en} is on a weekend and free anyhow; leave it out or check the date",
            )  # fmt: skip
        elif entry.kind is DayKind.WORKDAY and not is_weekend(entry.day):
            yield FieldFault(
                pointer, "already_worked", f"{zh}不是周末，本来就上班，不用填写；请核对日期",
                f"{en} is a weekday and worked anyhow; leave it out or check the date",
            )  # fmt: skip
