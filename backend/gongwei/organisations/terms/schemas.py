"""Shapes of terms of office."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import ActionIn, Day, In, ResourceOut
from gongwei.organisations.models import TermState

Years = Annotated[int, Field(ge=1, le=10)]
Number = Annotated[int, Field(ge=1, le=1000)]


class TermQuery(OwnedQuery):
    """Filters of the list; `due` picks running terms that end within six months or are past their
    end.

    With `as_of`, the terms that ran on that day, or with `state=ended` those that were over. On
    another day than today a term serves or has ended, as its dates say: when an election was
    started is no date of the term.
    """

    state: TermState | None = None
    due: Literal["due_soon", "overdue"] | None = None
    as_of: Day | None = None


class TermIn(In):
    """A term since its election. `years` follows from the kind, `number` from the last one."""

    organisation_id: UUID
    elected_on: Day
    years: Years | None = None
    number: Number | None = None
    ended_on: Day | None = None
    """Set for a term of the past."""


class TermChangeIn(In):
    """A merge patch of a running term. `ends_on` is at most one year from the regular end."""

    elected_on: Day | None = None
    years: Years | None = None
    ends_on: Day | None = None
    number: Number | None = None


class TermActionIn(ActionIn):
    """`on`: the first day after the term, for `end`; today when left out."""

    on: Day | None = None


class TermOut(ResourceOut):
    """A term of office; `ends_on` is the day on which the next election is due."""

    organisation_id: UUID
    organisation_name: str
    number: int
    years: int
    elected_on: date
    ends_on: date
    ended_on: date | None
    due_soon: bool
    overdue: bool
