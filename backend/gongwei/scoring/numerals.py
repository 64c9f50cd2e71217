"""Exact numbers as people read them."""

from decimal import Decimal
from fractions import Fraction

SHOWN_PLACES = 6


def written(value: Fraction | Decimal | int) -> str:
    """All places where there are at most six; else the first six and `…`, without rounding."""
    exact = Fraction(value)
    whole, rest = divmod(exact.numerator * 10**SHOWN_PLACES, exact.denominator)
    digits = f"{whole:0{SHOWN_PLACES + 1}d}"
    text = f"{digits[:-SHOWN_PLACES]}.{digits[-SHOWN_PLACES:]}"
    if rest:
        return f"{text}…"
    return text.rstrip("0").rstrip(".")
