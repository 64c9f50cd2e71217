"""Reading .csv in UTF-8 or UTF-16 with its mark, in UTF-8 without one, or in GB 18030."""

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from gongwei.integrations.workbooks.cells import Cell, Row, text_cell
from gongwei.integrations.workbooks.refusals import refused
from gongwei.integrations.workbooks.tables import Table

_CHUNK = 64 * 1024
_SAMPLE = 16 * 1024
_DELIMITERS = ",\t;"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
_SHORTENED = re.compile(r"[0-9](\.[0-9]+)?E\+(1[1-9]|[2-9][0-9])", re.IGNORECASE)


def csv_tables(path: Path) -> list[Table]:
    """The file as one table. Raises WorkbookRefused (`encoding`, `not_a_workbook`)."""
    encoding = _encoding(path)
    with path.open(encoding=encoding, newline="") as file:
        sample = file.read(_SAMPLE)
    delimiter = max(_DELIMITERS, key=sample.count)
    return [Table("", _rows(path, encoding, delimiter))]


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(4)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            if _decodes(path, encoding):
                return encoding
            raise refused("encoding")
    for encoding in ("utf-8", "gb18030"):
        if _decodes(path, encoding):
            return encoding
    raise refused("encoding")


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError:
                return False
            if "\0" in text:
                raise refused("not_a_workbook")
            if not chunk:
                return True


def _rows(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, Row]]:
    with path.open(encoding=encoding, newline="") as file:
        for index, texts in enumerate(csv.reader(file, delimiter=delimiter)):
            row = [_cell(text) for text in texts]
            while row and row[-1] is None:
                row.pop()
            if row:
                yield index, row


def _cell(text: str) -> Cell | None:
    """A file without types leaves open whether `2006.1` was a number; it is taken for one."""
    text = text.strip()
    if _DECIMAL.fullmatch(text):
        return Cell(float(text), text)
    if _SHORTENED.fullmatch(text):
        return Cell(text, text, "number_lost_digits")
    return text_cell(text)
