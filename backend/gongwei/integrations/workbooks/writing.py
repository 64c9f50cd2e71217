"""Writing tables as .xlsx for people: readable columns, a fixed head, nothing that is executed."""

import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import chain, islice
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as OutputCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

OutputValue: TypeAlias = str | int | float | bool | date | datetime | None

_STARTS_FORMULA = tuple("=+-@\t\r＝＋－＠")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_SHEET_NAME = re.compile(r"[\\/*?:\[\]]")
_LONGEST_TEXT = 32_767
_NARROWEST, _WIDEST = 6, 48
_ROWS_MEASURED = 200


def escape_formula(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet might take it for a formula.

    Half- and full-width `= + - @`, tab and carriage return count. Imports take the apostrophe off.
    """
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text


def written_text(text: str) -> str:
    """The text as it may stand in an exported cell: escaped, fit for XML, at most 32,767 long."""
    return escape_formula(_NOT_IN_XML.sub("", text))[:_LONGEST_TEXT]


def written_title(title: str) -> str:
    """A valid worksheet name."""
    return _NOT_IN_SHEET_NAME.sub(" ", written_text(title)).strip(" '")[:31] or "Sheet1"


def write_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[OutputValue]]) -> bytes:
    """An .xlsx of one worksheet called `title`: the heads, fixed while scrolling, and the rows.

    Rows are taken one by one. Texts are escaped (see `escape_formula`), dates are real dates.
    """
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(written_title(title))
    remaining = iter(rows)
    first = list(islice(remaining, _ROWS_MEASURED))
    for index, width in enumerate(column_widths([heads, *first]), start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_head_cell(sheet, head) for head in heads])
    for row in chain(first, remaining):
        sheet.append([written_value(value) for value in row])
    if heads:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}1"
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def column_widths(rows: Sequence[Sequence[OutputValue]]) -> list[int]:
    """A width for every column, in characters; a Chinese character takes two."""
    count = max((len(row) for row in rows), default=0)
    widths = [_NARROWEST] * count
    for row in rows:
        for index, value in enumerate(row):
            widths[index] = max(widths[index], min(_width(value) + 2, _WIDEST))
    return widths


def _width(value: OutputValue) -> int:
    if value is None:
        return 0
    if isinstance(value, date):
        return 10
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in str(value))


def _head_cell(sheet: object, head: str) -> OutputCell:
    cell = WriteOnlyCell(sheet, written_text(head))
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="FFF2F2F2")
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def written_value(value: OutputValue) -> OutputValue:
    """The value as it is stored; a time of day is kept without its zone, which .xlsx has not."""
    if isinstance(value, str):
        return written_text(value)
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value
