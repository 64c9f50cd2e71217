"""Citizens' identity numbers (GB 11643-1999), and how personal numbers are masked."""

import re
import unicodedata
from datetime import date
from typing import Literal

IdentityNumberFault = Literal["length", "character", "birth_date", "check_digit"]
Contradiction = Literal["birth_date_differs", "sex_differs"]

_LENGTH = 18
_SHAPE = re.compile(r"[0-9]{17}[0-9X]")
_WITHIN = re.compile(r"(?<![0-9])[0-9]{17}[0-9X](?![0-9])")
_CHECK_PLACES = "10X98765432"
_HIDDEN = "*"


def normalise_identity_number(text: str) -> str:
    """Half-width digits and a capital X, without blanks or a leading apostrophe."""
    text = unicodedata.normalize("NFKC", text).replace("×", "X")
    return re.sub(r"[\s'‘’`]", "", text).upper()


def identity_number_fault(text: str) -> IdentityNumberFault | None:
    """What is wrong with an identity number, or None when it is sound.

    GB 11643-1999: six digits of the division (not looked up: divisions come and go), eight of the
    birth date, three of the order, one check place. The text is normalised first.
    """
    number = normalise_identity_number(text)
    if len(number) != _LENGTH:
        return "length"
    if not _SHAPE.fullmatch(number):
        return "character"
    try:
        birth_on(number)
    except ValueError:
        return "birth_date"
    return None if number[-1] == identity_check_place(number[:-1]) else "check_digit"


def holds_identity_number(text: str) -> bool:
    """Whether 18 places in a row look like an identity number, sound or mistyped."""
    return _WITHIN.search(normalise_identity_number(text)) is not None


def contradictions(
    text: str, born: date | None, written_sex: str | None, known_to: int = 3
) -> list[Contradiction]:
    """Where a sound number states otherwise than what is written beside it; None says nothing.

    Of `born` the first `known_to` parts are meant: 1 the year alone, 2 the month too, 3 the day.
    """
    found: list[Contradiction] = []
    if born is not None:
        stated = birth_on(text).timetuple()[:known_to]
        if born.timetuple()[:known_to] != stated:
            found.append("birth_date_differs")
    if written_sex is not None and written_sex != sex(text):
        found.append("sex_differs")
    return found


def identity_check_place(first_17: str) -> str:
    """The 18th place for the first 17 digits: weights 2^(18-i) modulo 11 (ISO 7064, MOD 11-2)."""
    total = sum(int(digit) * pow(2, 17 - i, 11) for i, digit in enumerate(first_17))
    return _CHECK_PLACES[total % 11]


def birth_on(text: str) -> date:
    """The birth date that the number states. Raises ValueError when it is no date."""
    digits = normalise_identity_number(text)[6:14]
    if not re.fullmatch(r"[0-9]{8}", digits):
        raise ValueError("the identity number holds no birth date")
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def sex(text: str) -> Literal["male", "female"]:
    """The sex that the 17th digit states: odd is male. The number must be sound."""
    return "male" if int(normalise_identity_number(text)[16]) % 2 else "female"


def mask_identity_number(text: str) -> str:
    """First three and last four places, the rest hidden: `500***********7094`."""
    number = normalise_identity_number(text)
    if len(number) != _LENGTH:
        return _HIDDEN * len(number)
    return number[:3] + _HIDDEN * (_LENGTH - 7) + number[-4:]
