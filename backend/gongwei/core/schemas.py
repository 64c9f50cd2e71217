"""What every payload shares: unknown fields refused, text that a database can hold, numbers that
are finite.
"""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

T = TypeVar("T")


class In(BaseModel):
    """A request's body: unknown fields are refused, blanks around text are cut."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


class Out(BaseModel):
    """A part of an answer, filled from a row or a mapping."""

    model_config = ConfigDict(
        from_attributes=True, json_schema_serialization_defaults_required=True
    )


class ResourceOut(Out):
    """The members that every single record answers with."""

    id: UUID
    version: int
    state: str
    allowed_actions: list[str] = []
    created_at: datetime
    updated_at: datetime


class Page(Out, Generic[T]):
    """One page of a list; `next_cursor` is null on the last, `total` is there when it was asked
    for.
    """

    items: list[T]
    next_cursor: str | None = None
    total: int | None = None


class Items(Out, Generic[T]):
    """A whole short list."""

    items: list[T]


class ActionIn(In):
    """The body of an action: a reason where the workflow's table asks for one."""

    reason: Annotated[str, StringConstraints(min_length=1, max_length=1000)] | None = None


class FaultOut(Out):
    """One fault of a payload; `pointer` is an RFC 6901 JSON pointer."""

    pointer: str
    code: str
    message: str


class ProblemOut(BaseModel):
    """application/problem+json (RFC 9457). `code` is stable and never translated."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    request_id: str
    errors: list[FaultOut] = []


def _one_line(text: str) -> str:
    if any(character < " " or character == "\x7f" for character in text):
        raise PydanticCustomError("control_character", "Control characters are not allowed")
    return text


def _lines(text: str) -> str:
    if any(
        (character < " " and character not in "\n\r\t") or character == "\x7f" for character in text
    ):
        raise PydanticCustomError("control_character", "Control characters are not allowed")
    return text


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_one_line),
]
"""One line of text, 1 to 200 characters."""

Code = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=64),
    AfterValidator(_one_line),
]
"""A human code or number, 1 to 64 characters."""

Paragraph = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=4000),
    AfterValidator(_lines),
]
"""Text of several lines, 1 to 4,000 characters."""


Remark = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=200),
    AfterValidator(_one_line),
]
"""One line of text that may be empty, at most 200 characters."""

Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=8000),
    AfterValidator(_lines),
]
"""Text of several lines that may be empty, at most 8,000 characters."""


def _written_day(value: object) -> object:
    """Pydantic also takes seconds since 1970, as numbers and as digits, and moments at midnight."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value, re.ASCII):
        return value
    raise PydanticCustomError("date_parsing", "Write a date as 2026-11-22")


Day = Annotated[
    date, Field(ge=date(1880, 1, 1), le=date(2200, 1, 1)), BeforeValidator(_written_day)
]
"""A date as `YYYY-MM-DD` (RFC 3339), in the years that members and plans can fall in."""


def _written_moment(value: object) -> object:
    """Pydantic also takes seconds since 1970."""
    if isinstance(value, str | datetime):
        return value
    raise PydanticCustomError("datetime_parsing", "Write a moment as 2026-11-22T09:00:00+08:00")


Moment = Annotated[
    AwareDatetime,
    Field(ge=datetime(1880, 1, 1, tzinfo=UTC), le=datetime(2200, 1, 1, tzinfo=UTC)),
    BeforeValidator(_written_moment),
]
"""A moment with its offset (RFC 3339), in the years that a `Day` can fall in: any time zone can say
it, and a database hold it.
"""

Query = Annotated[str, Field(max_length=100), AfterValidator(_one_line)]
"""What is typed into a search."""

Long = Annotated[int, Field(json_schema_extra={"format": "int64"})]
"""A whole number that may outgrow 32 bits: a place in a log, or a count of its entries."""

JsonObject = dict[str, Any]
