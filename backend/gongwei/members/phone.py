"""Telephone numbers of members: mainland mobiles and landlines with their area code."""

import re
import unicodedata
from typing import Literal

PhoneFault = Literal["not_a_phone_number"]

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?")
_DASHES = re.compile(r"[‐‑‒–—―−－]")


def normalise_phone(text: str) -> str:
    """Half-width digits and plain dashes, without blanks, brackets or the country code."""
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    text = re.sub(r"^\((0[0-9]{2,3})\)", r"\1-", re.sub(r"[\s'‘’`]", "", text))
    unprefixed = re.sub(r"^(\+86|0086|86(?=1[3-9][0-9]{9}$))-?", "", text)
    if _MOBILE.fullmatch(unprefixed.replace("-", "")):
        return unprefixed.replace("-", "")
    return unprefixed


def phone_fault(text: str) -> PhoneFault | None:
    """`not_a_phone_number` unless a mainland mobile, or a landline with its area code."""
    number = normalise_phone(text)
    if _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number):
        return None
    return "not_a_phone_number"


def mask_phone(text: str) -> str:
    """A mobile keeps its first three and last four digits; any other number only its last two."""
    number = normalise_phone(text)
    if _MOBILE.fullmatch(number):
        return f"{number[:3]}****{number[-4:]}"
    shown = number[-2:] if len(number) > 4 else ""
    return "*" * (len(number) - len(shown)) + shown
