"""From cells to values: texts, whole numbers and dates in the ways offices write them."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongwei.integrations.workbooks.cells import Cell, CellFaultCode
from gongwei.integrations.workbooks.number_formats import serial_date

Precision = Literal["day", "month", "year"]
ValueFaultCode = CellFaultCode | Literal["not_a_date", "ambiguous_month", "not_a_whole_number"]

VALUE_FAULTS: dict[ValueFaultCode, tuple[str, str]] = {
    "number_lost_digits": (
        "以数字格式存放的长号码，末几位已被表格软件改动；请把该列设为文本格式后重新填写",
        (
            "A long number stored as a number: the spreadsheet has changed its last digits. Format "
            "the column as text and enter it again"
        ),
    ),
    "error_value": ("单元格是错误值", "The cell holds an error value"),
    "formula": (
        "单元格是公式；请复制后选择性粘贴为数值",
        "The cell is a formula; copy it and paste it as a value",
    ),
    "not_a_date": (
        "无法识别的日期；可写作 2006.07、2006年7月1日 或 2006-07-01",
        "Not a date; write it as 2006.07 or 2006-07-01",
    ),
    "ambiguous_month": (
        "无法分辨是 1 月还是 10 月；请把单元格设为文本格式，写作 2006.01 或 2006.10",
        (
            "January or October cannot be told apart; format the cell as text and write 2006.01 or "
            "2006.10"
        ),
    ),
    "not_a_whole_number": ("应为整数", "Not a whole number"),
}
"""What is said for each fault, in Chinese and English."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_SERIAL = 73_415
_SEPARATED = re.compile(
    r"([0-9]{4})(?:[./年-]([0-9]{1,2})(?:[./月-]([0-9]{1,2})[日号]?)?月?)?年?"
    r"(?:[T ]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.0+)?)?)?"
)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_DATE_MARKS = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"。": ".", "、": ".", "·": "."})
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_BETWEEN_CHINESE = re.compile(rf"(?<=[{_CHINESE}])\s+(?=[{_CHINESE}])")
_NAME_DOT = re.compile(rf"(?<=[{_CHINESE}])\s*[·•‧・･.．。]\s*(?=[{_CHINESE}])")
_ESCAPED_FORMULA = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")
_WHOLE = re.compile(r"-?[0-9]+|-?[0-9]{1,3}(?:,[0-9]{3})+")


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A date as precise as it was written: a month is its first day, a year its 1 January."""

    value: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class ValueFault:
    """A cell whose value cannot be taken; `VALUE_FAULTS` has the words."""

    code: ValueFaultCode


def parse_text(cell: Cell | None, *, person: bool = False) -> str | ValueFault | None:
    """The text of a cell, None when it is empty.

    Full-width letters and digits become half-width (NFKC; Chinese punctuation stays), blanks are
    single, invisible characters go, as does the apostrophe that our exports put before formulas.
    Numbers come as they are shown. With `person=True` the blanks between the characters of a name
    go (`张 敏`) and the dot in a name is `·`.
    """
    if cell is None:
        return None
    if cell.fault is not None:
        return ValueFault(cell.fault)
    text = cell.shown
    if text.startswith("'"):
        text = _ESCAPED_FORMULA.sub("", text, count=1)
    if not text.isprintable():
        text = _INVISIBLE.sub("", text)
    if not unicodedata.is_normalized("NFKC", text):
        text = "".join(map(_half_width, text))
    text = " ".join(text.split())
    if person:
        text = _BETWEEN_CHINESE.sub("", _NAME_DOT.sub("·", text))
    return text or None


def match_key(text: str) -> str:
    """What two spellings of the same name share: NFKC, lower-case, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def parse_integer(cell: Cell | None) -> int | ValueFault | None:
    """The whole number in a cell, None when it is empty; thousands may be set off by commas."""
    if cell is not None and cell.fault is None and isinstance(cell.value, int):
        return cell.value
    text = parse_text(cell)
    if not isinstance(text, str):
        return text
    text = unicodedata.normalize("NFKC", text).replace(" ", "")
    return (
        int(text.replace(",", "")) if _WHOLE.fullmatch(text) else ValueFault("not_a_whole_number")
    )


def parse_date(cell: Cell | None) -> ParsedDate | ValueFault | None:
    """The date in a cell, None when it is empty. Years from 1900 to 2100.

    Texts: `2006.07`, `2006.7.1`, `2006年7月1日`, `2006-07-01`, `2006/7`, `200607`, `20060701`,
    `2006`. Real dates are as precise as their format shows. Numbers are read as they are shown:
    2006.07 is July; 2006.1 is the fault `ambiguous_month`, because 2006.10 entered as a number
    loses its zero, while the same number shown as 2006.10 is October and the text `2006.1` is
    January. A whole number is a year, `YYYYMM`, `YYYYMMDD`, or a day's serial number from 2101
    (1905-10-01) on.
    """
    if cell is None:
        return None
    if cell.fault is not None:
        return ValueFault(cell.fault)
    if isinstance(cell.value, date):
        return _real_date(cell.value, cell.shown)
    if isinstance(cell.value, str):
        text = parse_text(cell)
        return text_date(text) if isinstance(text, str) else text
    if re.fullmatch(r"[0-9]{4}\.1", cell.shown):
        return ValueFault("ambiguous_month")
    if _LAST_YEAR < cell.value <= _LAST_SERIAL:
        day = serial_date(cell.value)
        return ParsedDate(day, "day") if day else ValueFault("not_a_date")
    return text_date(cell.shown)


def _half_width(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    is_punctuation = unicodedata.category(character).startswith(("P", "S"))
    return character if is_punctuation and plain.isascii() and character != "．" else plain


def _real_date(day: date, shown: str) -> ParsedDate | ValueFault:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return ValueFault("not_a_date")
    precisions: dict[int, Precision] = {4: "year", 7: "month"}
    return ParsedDate(day, precisions.get(len(shown), "day"))


def text_date(text: str) -> ParsedDate | ValueFault:
    """The date that a text states, in the ways of `parse_date`; the fault is `not_a_date`."""
    text = unicodedata.normalize("NFKC", text).translate(_DATE_MARKS)
    text = re.sub(r"\s*([./年月-])\s*", r"\1", text).rstrip(".")
    match = _SEPARATED.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is None:
        return ValueFault("not_a_date")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ValueFault("not_a_date")
    try:
        value = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return ValueFault("not_a_date")
    return ParsedDate(value, "day" if day is not None else "month" if month is not None else "year")
