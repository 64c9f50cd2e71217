"""What a number in a cell means: its format decides whether it is a date and how it is shown."""

import math
import re
from datetime import date, timedelta

from gongwei.integrations.workbooks.cells import Cell, text_cell

_GENERAL = "General"
_YEAR_MONTH, _MONTH_DAY, _FULL, _TIME = "yyyy/m", "m/d", "yyyy/m/d", "h:mm"

# ECMA-376 part 1, 18.8.30, with the built-in formats of Chinese (27 to 36 and 50 to 58), which
# workbooks written by Chinese editions use without declaring them.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 14: _FULL, 15: _FULL, 16: _MONTH_DAY,
    17: _YEAR_MONTH, 18: _TIME, 19: _TIME, 20: _TIME, 21: _TIME, 22: _FULL,
    27: _YEAR_MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: _FULL, 31: _FULL, 32: _TIME, 33: _TIME,
    34: _TIME, 35: _TIME, 36: _YEAR_MONTH, 45: _TIME, 46: _TIME, 47: _TIME, 49: "@",
    50: _YEAR_MONTH, 51: _MONTH_DAY, 52: _YEAR_MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY, 55: _TIME,
    56: _TIME, 57: _YEAR_MONTH, 58: _MONTH_DAY,
}  # fmt: skip

_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general|standard|am/pm|a/p', re.IGNORECASE)
_FIXED = re.compile(r"(?:#,##)?(0+)(?:\.(0+))?")
_DIGITS_KEPT = 10**15
_LAST_SERIAL = 2_958_465
_NO_SUCH_DAY = 60


def format_text(format_id: int, declared: dict[int, str]) -> str:
    """The format string of a number format id; the workbook's own declarations come first."""
    return declared.get(format_id) or _BUILT_IN.get(format_id, _GENERAL)


def serial_date(serial: float, *, from_1904: bool = False) -> date | None:
    """The day of a spreadsheet serial number, or None when there is none.

    Serial 60 is the 29 February 1900 that spreadsheets invent, and no day.
    """
    days = math.floor(serial)
    if not 1 <= days <= _LAST_SERIAL or (days == _NO_SUCH_DAY and not from_1904):
        return None
    if from_1904:
        return date(1904, 1, 1) + timedelta(days)
    return date(1899, 12, 31 if days < _NO_SUCH_DAY else 30) + timedelta(days)


def number_cell(value: float, format_: str = _GENERAL, *, from_1904: bool = False) -> Cell | None:
    """A cell for a stored number: a date where the format says so, otherwise a number.

    Whole numbers come as int. 15 digits are all that a spreadsheet keeps, so anything longer has
    the fault `number_lost_digits`.
    """
    if not math.isfinite(value):
        return text_cell(str(value), "error_value")
    marks = _LITERALS.sub("", format_.split(";")[0]).lower()
    if "y" in marks or "d" in marks or ("m" in marks and "h" not in marks and "s" not in marks):
        day = serial_date(value, from_1904=from_1904)
        if day is not None:
            return Cell(day, _shown_date(day, marks))
    if abs(value) >= _DIGITS_KEPT:
        return Cell(value, f"{value:.15g}", "number_lost_digits")
    whole = int(value) if value == int(value) else value
    return Cell(whole, _shown_number(whole, format_))


def _shown_date(day: date, marks: str) -> str:
    if "y" not in marks or "d" in marks:
        return day.isoformat()
    return day.isoformat()[: 7 if "m" in marks else 4]


def _shown_number(value: int | float, format_: str) -> str:
    plain = str(value) if isinstance(value, int) else f"{value:.15g}"
    fixed = _FIXED.fullmatch(format_)
    if fixed is None:
        return plain
    decimals = len(fixed[2] or "")
    width = len(fixed[1]) + (decimals + 1 if decimals else 0)
    shown = f"{value:0{width}.{decimals}f}"
    # A format that rounds would hide what was entered.
    return shown if float(shown) == float(plain) else plain
