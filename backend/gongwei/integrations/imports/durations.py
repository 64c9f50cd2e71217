"""Times served, in the ways in which offices write them."""

import re
import unicodedata
from decimal import Decimal

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_PARTS = re.compile(
    rf"(?:({_NUMBER})(?:个)?(?:小时|时|h|hours?))?(?:([0-9]+)(?:分钟|分|min|minutes?))?"
)
_CLOCK = re.compile(r"([0-9]{1,2})[:：]([0-5][0-9])(?::00)?")
MOST = 24 * 60


def minutes_of(text: str) -> int | None:
    """Whole minutes from 1 to 1,440; None for whatever else it is.

    A bare number is hours, as the heads of such lists say: `3`, `3.5`. With units: `3小时30分`,
    `210分钟`, `3.5h`. `3:30` is three hours and a half.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    found = _minutes(plain)
    if found is None or found != int(found) or not 1 <= found <= MOST:
        return None
    return int(found)


def _minutes(plain: str) -> Decimal | None:
    if re.fullmatch(_NUMBER, plain):
        return Decimal(plain) * 60
    clock = _CLOCK.fullmatch(plain)
    if clock is not None:
        return Decimal(int(clock[1]) * 60 + int(clock[2]))
    parts = _PARTS.fullmatch(plain)
    if parts is None or not any(parts.groups()):
        return None
    return Decimal(parts[1] or 0) * 60 + Decimal(parts[2] or 0)
