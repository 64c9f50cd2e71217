"""The unified social credit code of a unit, by the arithmetic of GB 32100-2015."""

import re
import unicodedata
from typing import Literal

CreditCodeFault = Literal["length", "character", "check_digit"]

# GB 32100-2015, table 3: digits and capital letters without I, O, S, V, Z.
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LENGTH = 18
_SHAPE = re.compile(rf"[{_ALPHABET}]{{2}}[0-9]{{6}}[{_ALPHABET}]{{10}}")


def normalise_credit_code(text: str) -> str:
    """The code in half-width capitals, without blanks, dashes or a leading apostrophe."""
    return re.sub(r"[\s'‘’`\-]", "", unicodedata.normalize("NFKC", text)).upper()


def credit_code_fault(text: str) -> CreditCodeFault | None:
    """What is wrong with a credit code, or None when it is sound.

    GB 32100-2015: 18 places; the registering department and the category (places 1 and 2, digits
    or letters), six digits of the administrative division, nine places of the organisation code,
    one check place. The text is normalised first.
    """
    code = normalise_credit_code(text)
    if len(code) != _LENGTH:
        return "length"
    if not _SHAPE.fullmatch(code):
        return "character"
    return None if code[-1] == credit_code_check_place(code[:-1]) else "check_digit"


def credit_code_check_place(first_17: str) -> str:
    """The 18th place for the first 17: weights 3^(i-1) modulo 31 (GB 32100-2015, 5.6)."""
    total = sum(_ALPHABET.index(place) * pow(3, i, 31) for i, place in enumerate(first_17))
    return _ALPHABET[-total % 31]
