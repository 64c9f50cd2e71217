"""The days off and make-up days that the State Council announced, as chinesecalendar has them.

A year is announced whole, and its last holiday is National Day: a year with its National Day is a
year that is known.
"""

from collections.abc import Mapping
from datetime import date

from chinese_calendar import Holiday, holidays, workdays

from gongwei.calendars.models import DayKind

KNOWN_YEARS = frozenset(
    day.year for day, name in holidays.items() if name == Holiday.national_day.value
)


def announced_days(year: int) -> Mapping[date, tuple[DayKind, tuple[str, str]]]:
    """Kind and name (Chinese, English) of the days of a known year that differ from their weekday,
    in order."""
    found: dict[date, tuple[DayKind, tuple[str, str]]] = {}
    for day, english in holidays.items():
        if day.year == year and day.weekday() < 5:
            found[day] = (DayKind.HOLIDAY, (Holiday(english).chinese, english))
    for day, english in workdays.items():
        if day.year == year and day.weekday() >= 5:
            made_up = (f"{Holiday(english).chinese}调休上班", f"Made up for {english}")
            found[day] = (DayKind.WORKDAY, made_up)
    return dict(sorted(found.items()))
