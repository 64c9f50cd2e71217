"""Shapes of units."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from gongwei.access.filters import OwnedQuery
from gongwei.core.schemas import Day, In, Line, ResourceOut
from gongwei.organisations.models import UnitState
from gongwei.organisations.schemas import ShortName

CreditCode = Annotated[Line, Field(max_length=40)]
"""As people type it: small letters, blanks and full-width characters are put right."""


class UnitQuery(OwnedQuery):
    """Filters of the list; `q` looks in name, short name, credit code, pinyin and initials.

    With `as_of`, what was entered by the end of that day, or is a unit in which an organisation of
    that day's tree is formed, as it was then; the filters look at that too, `q` at the present.
    """

    state: UnitState | None = None
    as_of: Day | None = None


class UnitIn(In):
    """A department. `organisation_id` is whose subtree it belongs to."""

    organisation_id: UUID
    name: Line
    short_name: ShortName | None = None
    credit_code: CreditCode | None = None


class UnitChangeIn(In):
    """A merge patch; null clears the credit code."""

    organisation_id: UUID | None = None
    name: Line | None = None
    short_name: ShortName | None = None
    credit_code: CreditCode | None = None


class UnitOut(ResourceOut):
    """A department. `credit_code` is its unified social credit code (GB 32100-2015)."""

    organisation_id: UUID
    name: str
    short_name: str
    credit_code: str | None
