"""Lists in pages, by key and not by offset: a row that is inserted or removed never repeats or
hides another.
"""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, Field
from sqlalchemy import BigInteger, ColumnElement, Select, func, literal, select, tuple_
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.core.errors import INVALID_CURSOR, MALFORMED, FieldFault

R = TypeVar("R")

LONGEST_CURSOR = 1600
"""Characters: the longest text that a list is sorted by is a file name, 255 times four bytes."""


class PageParams(BaseModel):
    """`limit` (50, at most 200), `cursor` of the page before, `sort` (a leading `-` turns it
    round), `include_total`.
    """

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: Annotated[str, Field(max_length=LONGEST_CURSOR)] | None = None
    sort: Annotated[str, Field(max_length=40)] | None = None
    include_total: bool = False


PageQuery = Annotated[PageParams, Query()]


@dataclass(frozen=True)
class Rows(Generic[R]):
    """One page of rows with the cursor of the next."""

    items: Sequence[R]
    next_cursor: str | None
    total: int | None


async def paginate(
    session: AsyncSession,
    query: Select[Any],
    params: PageParams,
    *,
    sorts: Mapping[str, ColumnElement[Any]],
    default: str,
    key: ColumnElement[Any],
) -> Rows[Any]:
    """Read one page of `query`, whose first column is the entity or value that becomes an item.

    `sorts` maps the names that callers may use to NOT NULL columns; `key` is a unique column that
    breaks ties.
    Raises `invalid_cursor` and `malformed` (unknown sort), both 422.
    """
    name, descending = _order(params.sort or default, sorts)
    column = sorts[name]
    total = None
    if params.include_total:
        total = await session.scalar(
            select(func.count()).select_from(query.order_by(None).subquery())
        )
    if params.cursor is not None:
        last = _decode(params.cursor, name, descending)
        pair = tuple_(column, key)
        bound = tuple_(*_bind(last, column, key))
        query = query.where(pair < bound if descending else pair > bound)
    order = (column.desc(), key.desc()) if descending else (column.asc(), key.asc())
    found = (
        await session.execute(
            query.add_columns(column, key).order_by(*order).limit(params.limit + 1)
        )
    ).all()
    page = found[: params.limit]
    next_cursor = None
    if len(found) > params.limit:
        next_cursor = _encode(name, descending, page[-1][-2], page[-1][-1])
    items = [row[0] if len(row) == 3 else row[:-2] for row in page]
    return Rows(items, next_cursor, total)


def _order(sort: str, sorts: Mapping[str, ColumnElement[Any]]) -> tuple[str, bool]:
    name = sort.removeprefix("-")
    if name not in sorts:
        known = ", ".join(sorts)
        fault = FieldFault(
            "/sort", "unknown_sort", f"可以按这些排序：{known}", f"Sort by one of: {known}"
        )
        raise MALFORMED(errors=(fault,), count=1)
    return name, sort.startswith("-")


def _bind(
    last: tuple[Any, Any], column: ColumnElement[Any], key: ColumnElement[Any]
) -> tuple[Any, Any]:
    try:
        return tuple(  # type: ignore[return-value]
            literal(_typed(value, target.type), target.type)
            for value, target in zip(last, (column, key), strict=True)
        )
    except (ValueError, TypeError, OverflowError) as error:
        raise INVALID_CURSOR() from error


def _typed(value: Any, column: TypeEngine[Any]) -> Any:
    """The value as the column has it; a cursor may be anything that somebody made up."""
    # What a text column is declared as does not tell that it holds text; what it stands on does.
    kind = (column.impl_instance if isinstance(column, TypeDecorator) else column).python_type
    if kind is int:
        limit = 2**63 if isinstance(column, BigInteger) else 2**31
        if type(value) is int and abs(value) < limit:
            return value
    elif type(value) is str:
        if kind is datetime:
            return datetime.fromisoformat(value).astimezone(UTC)
        if kind is date:
            return date.fromisoformat(value)
        if kind is UUID:
            return UUID(value)
        if kind is str and "\x00" not in value:
            value.encode()  # refuses half a surrogate pair
            return value
    raise TypeError("wrong kind of value")


def _encode(name: str, descending: bool, value: Any, key: Any) -> str:
    plain = [
        v if isinstance(v, int | str) else (v.isoformat() if isinstance(v, date) else str(v))
        for v in (value, key)
    ]
    text = json.dumps([name, descending, *plain], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _decode(cursor: str, name: str, descending: bool) -> tuple[Any, Any]:
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        found = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if not isinstance(found, list) or len(found) != 4 or found[:2] != [name, descending]:
            raise ValueError("of another order")
        return found[2], found[3]
    except (ValueError, binascii.Error, UnicodeError, RecursionError) as error:
        raise INVALID_CURSOR() from error
