"""One worksheet of an .xlsx, row by row, from the bytes of its part."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from gongwei.integrations.workbooks.cells import Cell, Merge, Row, text_cell
from gongwei.integrations.workbooks.limits import Limits
from gongwei.integrations.workbooks.number_formats import number_cell
from gongwei.integrations.workbooks.package_parts import part_parser
from gongwei.integrations.workbooks.refusals import refused

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_COLUMNS = 16_384


@dataclass
class Shared:
    """What the cells of all worksheets refer to."""

    from_1904: bool = False
    formats: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


@dataclass
class _OpenCell:
    column: int
    kind: str
    style: int
    is_formula: bool = False
    formula: str = ""
    value: str = ""


class SheetScanner:
    """Turns the XML of a worksheet into rows. Formulas are kept as their text."""

    def __init__(self, shared: Shared, limits: Limits) -> None:
        self._shared = shared
        self._limits = limits
        self._ready: list[tuple[int, Row]] = []
        self._shared_formulas: dict[str, str] = {}
        self._row = -1
        self._cells: dict[int, Cell] = {}
        self._next_column = 0
        self._open: _OpenCell | None = None
        self._pieces: list[str] = []
        self._reading = False
        self._phonetic = False
        self._formula_id: str | None = None

    def rows(self, chunks: Iterable[bytes]) -> Iterator[tuple[int, Row]]:
        """The filled rows with their index from 0."""
        parser = part_parser(self._start, self._end, self._text)
        for chunk in chunks:
            parser.Parse(chunk, False)
            yield from self._ready
            self._ready.clear()
        parser.Parse(b"", True)
        yield from self._ready
        self._ready.clear()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._start_cell(attributes)
        elif tag in ("v", "f", "t"):
            self._reading = self._open is not None and not self._phonetic
            if tag == "f" and self._open is not None:
                self._open.is_formula = True
                self._formula_id = attributes.get("si")
        elif tag == "row":
            self._start_row(attributes)
        elif tag == "rPh":
            self._phonetic = True

    def _start_row(self, attributes: dict[str, str]) -> None:
        row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
        if row <= self._row:
            raise refused("not_a_workbook")
        self._row = row
        self._next_column = 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        column = self._next_column if reference is None else _place(reference)[1]
        if column >= _COLUMNS:
            raise refused("not_a_workbook")
        self._next_column = column + 1
        self._open = _OpenCell(column, attributes.get("t", "n"), int(attributes.get("s", 0)))

    def _text(self, piece: str) -> None:
        if self._reading:
            self._pieces.append(piece)

    def _end(self, tag: str) -> None:
        if tag == "rPh":
            self._phonetic = False
        elif tag == "row":
            self._end_row()
        elif self._open is None:
            return
        elif tag == "c":
            cell = self._cell(self._open)
            if cell is not None:
                self._cells[self._open.column] = cell
            self._open = None
        elif self._reading and tag in ("v", "f", "t"):
            self._end_text(self._open, tag)

    def _end_text(self, cell: _OpenCell, tag: str) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        self._reading = False
        if tag != "f":
            cell.value += text
            return
        if self._formula_id is not None:
            text = self._shared_formulas.setdefault(self._formula_id, text)
        cell.formula = text

    def _end_row(self) -> None:
        if not self._cells:
            return
        if self._row >= self._limits.rows:
            raise refused("too_many_rows", self._limits.rows)
        width = max(self._cells) + 1
        if width > self._limits.columns:
            raise refused("too_many_columns", self._limits.columns)
        self._ready.append((self._row, [self._cells.get(column) for column in range(width)]))
        self._cells = {}

    def _cell(self, cell: _OpenCell) -> Cell | None:
        if cell.is_formula:
            return text_cell(f"={cell.formula}", "formula")
        if not cell.value:
            return None
        if cell.kind == "n":
            return self._number(cell)
        if cell.kind == "s":
            return text_cell(self._shared.texts[int(cell.value)])
        if cell.kind == "e":
            return text_cell(cell.value, "error_value")
        if cell.kind == "b":
            return text_cell("TRUE" if cell.value.strip() == "1" else "FALSE")
        if cell.kind == "d":
            day = date.fromisoformat(cell.value[:10])
            return Cell(day, day.isoformat())
        return text_cell(unescaped(cell.value))

    def _number(self, cell: _OpenCell) -> Cell | None:
        formats = self._shared.formats
        format_ = formats[cell.style] if cell.style < len(formats) else "General"
        return number_cell(float(cell.value), format_, from_1904=self._shared.from_1904)


def unescaped(text: str) -> str:
    """The text with `_xHHHH_`, by which .xlsx writes what XML cannot, turned into characters."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def merged_range(reference: str) -> Merge:
    """The range that a reference such as `A1:B2` names."""
    first, _, last = reference.replace("$", "").partition(":")
    return Merge(*_place(first), *_place(last or first))


def _place(reference: str) -> tuple[int, int]:
    """Row and column, from 0, of a reference such as `AB12`."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise refused("not_a_workbook")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1
