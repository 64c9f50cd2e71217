"""A worksheet as an import sees it: where its heads are, and its rows as cells by field."""

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gongwei.integrations.imports.fields import FIELDS
from gongwei.integrations.imports.models import Import, ImportKind
from gongwei.integrations.workbooks.cells import Cell, Row, Sheet
from gongwei.integrations.workbooks.heads import HeaderMatch, find_heads
from gongwei.integrations.workbooks.merged_down import MergedDown
from gongwei.integrations.workbooks.reader import open_sheet

ROWS_AT_UPLOAD = 5000
"""Rows read while the upload waits; longer sheets are counted by the check."""

SHEETS_TRIED = 10
_KEPT = 100
_SAMPLES = 3
_LONGEST_SAMPLE = 60
_PERSONAL_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])(?:0[0-9]{2,3}-?[0-9]{7,8}|[0-9]{10,17}[0-9Xx])(?![0-9A-Za-z])"
)

Cells = Mapping[str, Cell | None]


@dataclass(frozen=True)
class Head:
    """What was recognised of a workbook. `columns` and `header_row` as in `Import`."""

    sheet: str
    header_row: int
    columns: list[dict[str, Any]]
    as_of: date | None
    rows_total: int


async def read_head(path: Path, kind: ImportKind) -> Head:
    """The first worksheet whose heads are recognised, else the first with content.

    Raises WorkbookRefused.
    """
    first: tuple[Sheet, int] | None = None
    names: Sequence[str | None] = (None,)
    tried = 0
    while tried < min(len(names), SHEETS_TRIED):
        sheet, total = await _beginning(path, names[tried])
        if first is None:
            first = sheet, total
            names = (None, *(name for name in sheet.names if name != sheet.name))
        match = find_heads(sheet, FIELDS[kind])
        if match is not None:
            return _head(sheet, match, total)
        tried += 1
    assert first is not None
    return _unknown_head(*first)


async def _beginning(path: Path, name: str | None) -> tuple[Sheet, int]:
    """The first rows of a worksheet, and the number of its last row where that was reached."""
    rows: list[Row] = []
    total = 0
    async with open_sheet(path, sheet_name=name) as opened:
        async for batch in opened.batches():
            for index, row in batch:
                total = index + 1
                if index < _KEPT:
                    rows.extend([] for _ in range(index - len(rows)))
                    rows.append(row)
            if total >= ROWS_AT_UPLOAD:
                return Sheet(opened.name, rows, opened.merges, opened.names), 0
    return Sheet(opened.name, rows, opened.merges, opened.names), total


def _head(sheet: Sheet, match: HeaderMatch, total: int) -> Head:
    columns = [
        {
            "index": column.index,
            "head": column.head[:200],
            "field": column.field,
            "sample": _sample(sheet, match.header_row, column.index),
        }
        for column in match.columns
    ]
    rows_total = max(total - match.header_row, 0)
    return Head(sheet.name[:255], match.header_row, columns, match.as_of, rows_total)


def _unknown_head(sheet: Sheet, total: int) -> Head:
    """The fullest of the first rows as the heads, none of them recognised: the clerk maps by
    hand.
    """
    top = max(range(len(sheet.rows)), key=lambda row: _filled(sheet.rows[row]), default=0)
    cells = sheet.rows[top] if sheet.rows else []
    columns = [
        {
            "index": index,
            "head": " ".join(cell.shown.split())[:200],
            "field": None,
            "sample": _sample(sheet, top + 1, index),
        }
        for index, cell in enumerate(cells)
        if cell is not None
    ]
    return Head(sheet.name[:255], top + 1, columns, None, max(total - top - 1, 0))


def _filled(row: Row) -> int:
    return sum(cell is not None for cell in row)


def _sample(sheet: Sheet, below: int, index: int) -> list[str]:
    """The first filled cells of a column; what may be a personal number is masked."""
    found: list[str] = []
    for row in sheet.rows[below:]:
        cell = row[index] if index < len(row) else None
        if cell is not None:
            found.append(_PERSONAL_NUMBER.sub(_masked, cell.shown.strip()[:_LONGEST_SAMPLE]))
        if len(found) == _SAMPLES:
            break
    return found


def _masked(number: re.Match[str]) -> str:
    digits = number[0]
    return digits[:3] + "*" * (len(digits) - 5) + digits[-2:]


async def read_rows(
    path: Path, imported: Import
) -> AsyncIterator[list[tuple[int, dict[str, Cell | None]]]]:
    """The rows below the heads, by number from 1, in batches; rows with no mapped cell of their own
    are left out. What is merged down over rows stands in each of them.

    Raises WorkbookRefused.
    """
    places = {column["field"]: column["index"] for column in imported.columns if column["field"]}
    async with open_sheet(path, sheet_name=imported.sheet or None) as opened:
        merged = MergedDown(opened.merges, imported.header_row)
        async for batch in opened.batches():
            rows = [
                (index, row, merged.seen(index, row))
                for index, row in batch
                if index >= imported.header_row
            ]
            yield [
                (index + 1, _by_field(seen, places))
                for index, row, seen in rows
                if any(_by_field(row, places).values())
            ]


def _by_field(row: Row, places: Mapping[str, int]) -> dict[str, Cell | None]:
    return {field: row[index] if index < len(row) else None for field, index in places.items()}
