"""Marking faulty cells in a workbook; runs in the limited process."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as OutputCell
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from gongwei.integrations.workbooks.cells import Cell
from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.tables import open_table, workbook_kind
from gongwei.integrations.workbooks.writing import OutputValue, written_title, written_value
from gongwei.integrations.workbooks.xlsx_workbook import sheet_size

_AUTHOR = "工委 Gongwei"
_RED = PatternFill("solid", fgColor="FFFF9999")
_COMMENTS = 5_000
_WIDTH = 18
# The library holds about fifty times a sheet's own size while it edits one.
_EDITED_SIZE = 16 * 1024 * 1024

Mark = tuple[int, int, str]


def marked(path: Path, limits: Limits, sheet_name: str | None, marks: Sequence[Mark]) -> bytes:
    """The workbook as .xlsx with the marks: (row from 1, column from 0, message).

    An .xlsx is edited and otherwise kept, unless it is too large to edit or the library cannot
    load it; then, and for .xls and .csv, the worksheet is written anew. Raises WorkbookRefused.
    """
    messages: dict[tuple[int, int], str] = {}
    for row, column, message in marks:
        known = messages.get((row, column))
        messages[row, column] = f"{known}\n{message}" if known else message
    is_editable = workbook_kind(path, limits) == "xlsx" and sheet_size(path, limits) <= _EDITED_SIZE
    if is_editable:
        name = open_table(path, limits, sheet_name).name
        try:
            return _edited(path, name, messages)
        except (ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError, ValueError):
            return _rewritten(path, limits, sheet_name, messages)
    return _rewritten(path, limits, sheet_name, messages)


def _edited(path: Path, name: str, messages: dict[tuple[int, int], str]) -> bytes:
    workbook = load_workbook(path, keep_links=False)
    sheet = workbook[name]
    for number, ((row, column), message) in enumerate(messages.items()):
        cell = sheet.cell(row, column + 1)
        if isinstance(cell, MergedCell):
            cell = _merged_corner(sheet, cell)
        cell.fill = _RED
        if number < _COMMENTS:
            own = f"{cell.comment.text}\n{message}" if cell.comment else message
            cell.comment = _comment(own)
    return _saved(workbook)


def _merged_corner(sheet: Any, cell: MergedCell) -> Any:
    for merge in sheet.merged_cells.ranges:
        if cell.coordinate in merge:
            return sheet.cell(merge.min_row, merge.min_col)
    raise LookupError(cell.coordinate)


def _rewritten(
    path: Path, limits: Limits, sheet_name: str | None, messages: dict[tuple[int, int], str]
) -> bytes:
    table = open_table(path, limits, sheet_name)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(written_title(table.name))
    columns_marked: dict[int, list[int]] = {}
    for row, column in messages:
        columns_marked.setdefault(row, []).append(column)
    commented = set(list(messages)[:_COMMENTS])
    for column in range(1, limits.columns + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
    written = 0
    for index, cells in table.rows:
        for _ in range(index - written):
            sheet.append([])
        written = index + 1
        outputs: list[Any] = [_output(cell) for cell in cells]
        for column in columns_marked.get(index + 1, ()):
            outputs.extend([None] * (column + 1 - len(outputs)))
            place = index + 1, column
            outputs[column] = _marked_output(
                sheet, outputs[column], messages[place] if place in commented else None
            )
        sheet.append(outputs)
    return _saved(workbook)


def _output(cell: Cell | None) -> OutputValue:
    if cell is None:
        return None
    # 2006.10 written as a number would lose its zero, so what is shown decides.
    if not isinstance(cell.value, date) and cell.shown != str(cell.value):
        return written_value(cell.shown)
    return written_value(cell.value)


def _marked_output(sheet: Any, value: OutputValue, message: str | None) -> OutputCell:
    output = WriteOnlyCell(sheet, value)
    output.fill = _RED
    if message is not None:
        output.comment = _comment(message)
    return output


def _comment(message: str) -> Comment:
    lines = message.count("\n") + len(message) // 20 + 1
    return Comment(message, _AUTHOR, width=300, height=24 + 20 * min(lines, 20))


def _saved(workbook: Workbook) -> bytes:
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()
