"""Opening a workbook of any kind, inside the limited process, as one stream of rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gongwei.integrations.workbooks.cells import Merge, Row
from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.refusals import refused

WorkbookKind = Literal["xlsx", "xls", "csv"]

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"<", b"Rar!", b"7z")


@dataclass
class Table:
    """A worksheet that is being read: rows with their index from 0, blank rows left out.

    `merges` finds the merged ranges, which an .xlsx keeps behind its rows, without the rows.
    """

    name: str
    rows: Iterator[tuple[int, Row]]
    names: tuple[str, ...] = ()
    merges: Callable[[], Sequence[Merge]] = tuple


def workbook_kind(path: Path, limits: Limits) -> WorkbookKind:
    """The kind by content, whatever the file is called. Raises WorkbookRefused."""
    size = path.stat().st_size
    if size > limits.file_size:
        raise refused("too_large")
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_ZIP):
        return "xlsx"
    if head.startswith(_COMPOUND):
        return "xls"
    if not head or head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_OTHER_KINDS):
        raise refused("not_a_workbook")
    return "csv"


def open_table(path: Path, limits: Limits, sheet_name: str | None = None) -> Table:
    """The named worksheet, or the first visible one with content. Raises WorkbookRefused.

    Rows are checked against the limits as they pass.
    """
    # Each reader is loaded only when needed: the process starts for every workbook.
    kind = workbook_kind(path, limits)
    if kind == "xlsx":
        from gongwei.integrations.workbooks.xlsx_workbook import xlsx_tables

        tables = xlsx_tables(path, limits)
    elif kind == "xls":
        from gongwei.integrations.workbooks.xls_workbook import xls_tables

        tables = xls_tables(path, limits)
    else:
        from gongwei.integrations.workbooks.csv_table import csv_tables

        tables = csv_tables(path)
    return _chosen(tables, limits, sheet_name)


def _chosen(tables: list[Table], limits: Limits, sheet_name: str | None) -> Table:
    if len(tables) > limits.sheets:
        raise refused("too_many_sheets", limits.sheets)
    names = tuple(table.name for table in tables)
    for table in tables:
        if sheet_name not in (None, table.name):
            continue
        first = next(table.rows, None)
        if first is not None:
            table.rows = _limited(first, table.rows, limits)
            table.names = names
            return table
    raise refused("no_sheet")


def _limited(
    first: tuple[int, Row], rest: Iterator[tuple[int, Row]], limits: Limits
) -> Iterator[tuple[int, Row]]:
    cells = characters = 0
    next_row: tuple[int, Row] | None = first
    while next_row is not None:
        index, row = next_row
        if index >= limits.rows:
            raise refused("too_many_rows", limits.rows)
        if len(row) > limits.columns:
            raise refused("too_many_columns", limits.columns)
        cells += len(row)
        if cells > limits.cells:
            raise refused("too_many_cells", limits.cells)
        characters += sum(len(cell.shown) for cell in row if cell is not None)
        if characters > limits.characters:
            raise refused("too_large")
        yield next_row
        next_row = next(rest, None)
