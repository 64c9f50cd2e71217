"""The figures of one line of sums, in minutes."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement

from gongwei.core import clock
from gongwei.volunteering.hours.schemas import HoursSummaryQuery

NAMES = ("recorded_minutes", "late_entry_minutes", "pending_minutes", "entries")


class Figures(NamedTuple):
    """The figures of one line, in the order of `NAMES`."""

    recorded: int = 0
    late: int = 0
    pending: int = 0
    entries: int = 0

    def with_sign(self, other: "Figures", sign: int) -> "Figures":
        return Figures(*(one + sign * two for one, two in zip(self, other, strict=True)))

    def named(self) -> dict[str, int]:
        return dict(zip(NAMES, self, strict=True))


def as_figures(row: Iterable[Any]) -> Figures:
    """Figures from a row of sums."""
    return Figures(*(int(one) for one in row))


def in_months(asked: HoursSummaryQuery, column: Any) -> list[ColumnElement[bool]]:
    """The months that were asked for, on a column of days."""
    found = []
    if asked.from_month is not None:
        found.append(column >= date.fromisoformat(f"{asked.from_month}-01"))
    if asked.until_month is not None:
        last = date.fromisoformat(f"{asked.until_month}-01")
        found.append(column < clock.months_later(last, 1))
    return found
