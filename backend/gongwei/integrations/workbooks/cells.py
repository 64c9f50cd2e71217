"""Cells and sheets as they come out of any kind of workbook, and their form on the wire."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

CellValue: TypeAlias = str | int | float | date
CellFaultCode = Literal["number_lost_digits", "error_value", "formula"]
WireCell: TypeAlias = str | list[str | int | float] | None

_FAULTS: dict[str, CellFaultCode] = {code: code for code in get_args(CellFaultCode)}
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell.

    `shown` is what the workbook shows: the digits of a number by its format, a date as
    `YYYY-MM-DD`, or `YYYY-MM` where its format shows no day. `fault` is set when the value cannot
    be trusted: a number of more than 15 digits (spreadsheets drop the rest), an error value such
    as `#N/A`, or a formula, which is kept as its text and never evaluated.
    """

    value: CellValue
    shown: str
    fault: CellFaultCode | None = None


Row: TypeAlias = list[Cell | None]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows and columns count from 0, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """One worksheet. `rows[0]` is the sheet's row 1; rows are as long as their last filled cell.

    `names` are the names of all visible worksheets of the workbook.
    """

    name: str
    rows: list[Row]
    merges: tuple[Merge, ...] = ()
    names: tuple[str, ...] = ()


def text_cell(text: str, fault: CellFaultCode | None = None) -> Cell | None:
    """A text cell without control characters, or None when nothing but blanks remains."""
    text = _NOT_TEXT.sub("", text)
    return Cell(text, text, fault) if text.strip() else None


def to_wire(cell: Cell | None) -> WireCell:
    """JSON: null, a string, or `[kind, shown, value]` where a string does not say it all."""
    if cell is None:
        return None
    if isinstance(cell.value, date):
        return ["date", cell.shown, cell.value.isoformat()]
    if cell.fault is not None:
        return [cell.fault, cell.shown, cell.value]
    return cell.value if isinstance(cell.value, str) else ["number", cell.shown, cell.value]


def from_wire(cell: WireCell) -> Cell | None:
    """The reverse of `to_wire`."""
    if cell is None:
        return None
    if isinstance(cell, str):
        return Cell(cell, cell)
    kind, shown, value = cell
    if kind == "date":
        return Cell(date.fromisoformat(str(value)), str(shown))
    return Cell(value, str(shown), _FAULTS.get(str(kind)))
