"""Materialised paths: fixed-width base-32 segments, one a level, so that a path sorts in the order
of creation.
"""

from gongwei.access.models import SEGMENT

ALPHABET = "0123456789abcdefghijklmnopqrstuv"


def segment(number: int) -> str:
    """The path segment of the `number`th child, from 1; six characters, enough for a thousand
    million.
    """
    digits = ""
    while number:
        number, digit = divmod(number, 32)
        digits = ALPHABET[digit] + digits
    if len(digits) > SEGMENT:
        raise ValueError("more children than a path can number")
    return digits.rjust(SEGMENT, "0")


def number_of(path: str) -> int:
    """The number of the last segment of a path."""
    return int(path[-SEGMENT:], 32)
