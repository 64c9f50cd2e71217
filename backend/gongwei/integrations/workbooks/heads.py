"""Finding the heads of a table that begins somewhere below its title."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongwei.integrations.workbooks.cells import Merge, Row, Sheet
from gongwei.integrations.workbooks.values import ParsedDate, parse_date, text_date

_ROWS_SEARCHED = 30
_FEWEST_HEADS = 2
_NOISE = re.compile(r"[\s*:·_/\\.,、。\-]")
_BRACKETED = re.compile(r"[(\[【〔<《][^)\]】〕>》]*[)\]】〕>》]")
_DAY = re.compile(r"[0-9]{4}\s*[年./-]\s*[0-9]{1,2}\s*[月./-]\s*[0-9]{1,2}\s*日?")


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field that an import knows, and the heads under which offices keep it."""

    field: str
    label_zh: str
    label_en: str
    aliases: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A column: its index from 0, its head as written, and the field recognised, if any."""

    index: int
    head: str
    field: str | None


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """Where the table begins. Rows count from 1, as the sheet shows them.

    `header_row` is the last line of the heads (they may have two), data begins below it.
    `missing` are the required fields that no column has. `as_of` is the day in the title rows.
    """

    header_row: int
    header_lines: int
    columns: tuple[ColumnMatch, ...]
    missing: tuple[str, ...]
    as_of: date | None

    @property
    def first_data_row(self) -> int:
        """The first row below the heads, from 1."""
        return self.header_row + 1


def find_heads(sheet: Sheet, fields: Sequence[FieldSpec]) -> HeaderMatch | None:
    """The heads in the first thirty rows that most fields recognise; None when fewer than two do.

    Heads match whatever their width, case, blanks, punctuation or remark in brackets. In heads of
    two lines a merged head above stands over each of its columns.
    """
    names = _known_heads(fields)
    best_rank = (_FEWEST_HEADS - 1, False, 0)
    best: tuple[int, int, tuple[ColumnMatch, ...]] | None = None
    for top in range(min(len(sheet.rows), _ROWS_SEARCHED)):
        for lines in (1, 2):
            columns = _columns(sheet, top, lines, names)
            score = sum(column.field is not None for column in columns)
            # A second line must earn its place: otherwise it is the first row of data.
            rank = score, lines == 2 and _has_tall_head(sheet, top), -lines
            if score >= _FEWEST_HEADS and rank > best_rank:
                best_rank, best = rank, (top, lines, columns)
    if best is None:
        return None
    top, lines, columns = best
    return HeaderMatch(top + lines, lines, columns, _missing(columns, fields), _as_of(sheet, top))


def _known_heads(fields: Sequence[FieldSpec]) -> dict[str, str]:
    names: dict[str, str] = {}
    for spec in fields:
        for head in (spec.label_zh, spec.label_en, spec.field, *spec.aliases):
            for key in _head_keys(head):
                if key:
                    names.setdefault(key, spec.field)
    return names


def _head_keys(head: str) -> tuple[str, str]:
    """The head with and without its remark in brackets, both without blanks and punctuation."""
    plain = unicodedata.normalize("NFKC", head).casefold()
    return _bare(plain), _bare(_BRACKETED.sub("", plain))


def _bare(text: str) -> str:
    return re.sub(r"[()\[\]【】〔〕<>《》]", "", _NOISE.sub("", text))


def _columns(sheet: Sheet, top: int, lines: int, names: dict[str, str]) -> tuple[ColumnMatch, ...]:
    upper = _line(sheet, top)
    lower = _line(sheet, top + 1) if lines == 2 else {}
    if lines == 2 and not _is_second_line(sheet, top, upper, lower):
        return ()
    columns: list[ColumnMatch] = []
    taken: set[str] = set()
    for index in sorted(upper.keys() | lower.keys()):
        above, below = upper.get(index, ""), lower.get(index, "")
        candidates = (above + below, below, above) if below else (above,)
        field = _recognised(candidates, names, taken)
        if field is not None:
            taken.add(field)
        head = " ".join(dict.fromkeys(part for part in (above, below) if part))
        columns.append(ColumnMatch(index, head, field))
    return tuple(columns)


def _recognised(candidates: Sequence[str], names: dict[str, str], taken: set[str]) -> str | None:
    for head in candidates:
        for key in _head_keys(head):
            field = names.get(key)
            if field is not None and field not in taken:
                return field
    return None


def _line(sheet: Sheet, row: int) -> dict[int, str]:
    """The texts of a row by column, a text merged across columns standing in each of them."""
    if row >= len(sheet.rows):
        return {}
    texts = {
        index: " ".join(cell.shown.split())
        for index, cell in enumerate(sheet.rows[row])
        if cell is not None
    }
    for merge in sheet.merges:
        if merge.first_row <= row <= merge.last_row and merge.first_column in texts:
            for column in range(merge.first_column, merge.last_column + 1):
                texts.setdefault(column, texts[merge.first_column])
    return texts


def _is_second_line(sheet: Sheet, top: int, upper: dict[int, str], lower: dict[int, str]) -> bool:
    """Whether the row below continues the heads: merges say so, or gaps above are filled below."""
    if _has_tall_head(sheet, top) or any(
        merge.first_row == merge.last_row == top and _is_split(merge, lower)
        for merge in sheet.merges
    ):
        return True
    return bool(lower.keys() - upper.keys()) and len(lower) < len(upper)


def _has_tall_head(sheet: Sheet, top: int) -> bool:
    return any(merge.first_row == top and merge.last_row == top + 1 for merge in sheet.merges)


def _is_split(merge: Merge, lower: dict[int, str]) -> bool:
    return merge.first_column < merge.last_column and all(
        column in lower for column in range(merge.first_column, merge.last_column + 1)
    )


def _missing(columns: Sequence[ColumnMatch], fields: Sequence[FieldSpec]) -> tuple[str, ...]:
    found = {column.field for column in columns}
    return tuple(spec.field for spec in fields if spec.required and spec.field not in found)


def _as_of(sheet: Sheet, top: int) -> date | None:
    for row in sheet.rows[:top]:
        day = _day_in(row)
        if day is not None:
            return day
    return None


def _day_in(row: Row) -> date | None:
    for cell in row:
        if cell is None:
            continue
        if isinstance(cell.value, date):
            parsed = parse_date(cell)
        else:
            match = _DAY.search(unicodedata.normalize("NFKC", cell.shown))
            parsed = text_date(match[0]) if match else None
        if isinstance(parsed, ParsedDate) and parsed.precision == "day":
            return parsed.value
    return None
