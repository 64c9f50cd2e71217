"""Reading the older .xls. Its formulas come as the value that was stored with them."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlrd
from xlrd.compdoc import CompDoc

from gongwei.integrations.workbooks.cells import Cell, Merge, Row, text_cell
from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.number_formats import format_text, number_cell
from gongwei.integrations.workbooks.refusals import refused
from gongwei.integrations.workbooks.tables import Table

_ENCRYPTED_PACKAGE = "EncryptedPackage"
_MACROS = {"_VBA_PROJECT_CUR", "_VBA_PROJECT"}
_BOOK_STREAMS = {"Workbook", "Book"}


def xls_tables(path: Path, limits: Limits) -> list[Table]:
    """The visible worksheets in order. Raises WorkbookRefused.

    The format knows at most 65,536 rows of 256 columns, which bounds what is held.
    """
    content = path.read_bytes()
    _check_streams(content)
    try:
        book = xlrd.open_workbook(
            file_contents=content,
            logfile=io.StringIO(),
            on_demand=True,
            formatting_info=True,
            ragged_rows=True,
        )
    except xlrd.XLRDError as error:
        raise refused("encrypted" if "encrypted" in str(error) else "not_a_workbook") from error
    if book.nsheets > limits.sheets:
        raise refused("too_many_sheets", limits.sheets)
    sheets = [book.sheet_by_index(index) for index in range(book.nsheets)]
    return [_table(book, sheet) for sheet in sheets if sheet.visibility == 0]


def _check_streams(content: bytes) -> None:
    streams = {entry.name for entry in CompDoc(content, logfile=io.StringIO()).dirlist}
    if _ENCRYPTED_PACKAGE in streams:
        raise refused("encrypted")
    if streams & _MACROS:
        raise refused("macro")
    if not streams & _BOOK_STREAMS:
        raise refused("not_a_workbook")


def _table(book: Any, sheet: Any) -> Table:
    merges = [
        Merge(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells
    ]
    return Table(sheet.name, _rows(book, sheet), merges=lambda: merges)


def _rows(book: Any, sheet: Any) -> Iterator[tuple[int, Row]]:
    declared = {key: format_.format_str for key, format_ in book.format_map.items()}
    formats = [format_text(xf.format_key, declared) for xf in book.xf_list]
    for index in range(sheet.nrows):
        row = [_cell(cell, formats, bool(book.datemode)) for cell in sheet.row(index)]
        while row and row[-1] is None:
            row.pop()
        if row:
            yield index, row


def _cell(cell: Any, formats: list[str], from_1904: bool) -> Cell | None:
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return number_cell(cell.value, formats[cell.xf_index], from_1904=from_1904)
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return text_cell(cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return text_cell("TRUE" if cell.value else "FALSE")
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return text_cell(xlrd.error_text_from_code.get(cell.value, "#N/A"), "error_value")
    return None
