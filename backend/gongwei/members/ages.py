"""Ages in whole years on a day; the birthday itself counts as reached."""

from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import col

from gongwei.access.models import Person


def age_on(birth_on: date, day: date) -> int:
    """Whole years from birth to `day`; someone born on 29 February grows older on 1 March."""
    before_birthday = (day.month, day.day) < (birth_on.month, birth_on.day)
    return day.year - birth_on.year - before_birthday


def younger_than(years: int, day: date) -> ColumnElement[bool]:
    """People who have not reached `years` on `day`; nobody whose birth date is unknown."""
    return col(Person.birth_on) > _years_before(day, years)


def at_least(years: int, day: date) -> ColumnElement[bool]:
    """People who have reached `years` on `day`."""
    return col(Person.birth_on) <= _years_before(day, years)


def _years_before(day: date, years: int) -> date:
    """The latest birth date of someone who has reached `years` on `day`."""
    if day.year - years < date.min.year:
        return date.min
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def in_band(lowest: int | None, highest: int | None, day: date) -> ColumnElement[bool]:
    """People whose age on `day` is from `lowest` to `highest`, both included, either open."""
    known: ColumnElement[bool] = col(Person.birth_on).is_not(None)
    if lowest is not None:
        known &= at_least(lowest, day)
    if highest is not None:
        known &= younger_than(highest + 1, day)
    return known
