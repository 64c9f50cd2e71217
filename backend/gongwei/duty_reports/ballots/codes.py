"""One-time codes on printed slips: twelve characters that nobody mistakes for others, the last of
which checks the rest.

31 characters make a prime, so the weighted sum of the check tells every single wrong character and
every two that changed places. Eleven of them are drawn: 31 to the power of 11, 54 bits.
"""

import secrets
import unicodedata
from typing import Final

from gongwei.core.crypto import current_vault

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and capitals without 0, 1, I, L and O."""
DRAWN: Final = 11
LENGTH: Final = DRAWN + 1
GROUP: Final = 4
LONGEST_TYPED: Final = 40
CONTEXT: Final = "ballot_paper.code_hash"

_WEIGHTS = range(2, DRAWN + 2)


def new_code() -> str:
    """A fresh code."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(DRAWN))
    return drawn + _check_of(drawn)


def _check_of(drawn: str) -> str:
    """The character that makes the sum of place weight times number a multiple of 31."""
    total = sum(weight * ALPHABET.index(sign) for weight, sign in zip(_WEIGHTS, drawn, strict=True))
    return ALPHABET[-total % len(ALPHABET)]


def read_code(typed: str) -> str | None:
    """The code that was typed, in capitals or not, of any width, with blanks or hyphens; None when
    it can be no code of ours.
    """
    plain = unicodedata.normalize("NFKC", typed).upper()
    code = "".join(sign for sign in plain if sign not in " -")
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        return None
    return code if _check_of(code[:DRAWN]) == code[DRAWN] else None


def shown(code: str) -> str:
    """As it is printed: `ABCD EFGH JKMN`."""
    return " ".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def code_hash(code: str) -> str:
    """The keyed hash under which a paper is found."""
    return current_vault().lookup_hash(code, CONTEXT)
