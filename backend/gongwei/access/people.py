"""Finding a person: by the words of a name, and by the keyed hash of an identity number."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, func, literal, select
from sqlalchemy import String as Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import TypeEngine
from sqlmodel import col

from gongwei.access.models import Person
from gongwei.core.crypto import current_vault
from gongwei.core.pinyin import pinyin_initials, pinyin_key

IDENTITY_CONTEXT = "person.identity_number"


@lru_cache(maxsize=4096)
def name_texts(name: str) -> Mapping[str, str]:
    """A person's columns that follow from the name: the key to sort by, the text to search in."""
    key = pinyin_key(name, person=True)
    syllables = key.split()
    has_letters = any(character.isascii() for character in name)
    initials = (
        pinyin_initials(name, person=True)
        if has_letters
        else "".join(syllable[0] for syllable in syllables)
    )
    texts = {
        "name": name,
        "name_pinyin": key[:400],
        "search_text": f"{name}|{''.join(syllables)}|{initials}".casefold()[:600],
    }
    return MappingProxyType(texts)


def identity_hash(number: str) -> str:
    """The keyed hash under which a normalised identity number is found."""
    return current_vault().lookup_hash(number, IDENTITY_CONTEXT)


def has_identity(hashes: Iterable[str]) -> ColumnElement[bool]:
    """People whose identity number has one of these keyed hashes."""
    return among(col(Person.identity_hash), hashes, Text())


def among(column: Any, values: Iterable[Any], kind: TypeEngine[Any]) -> ColumnElement[bool]:
    """`column` is one of many values, given as one array.

    As a subquery, and not `= ANY(array)`: a prepared statement's plan would compare every row with
    every value.
    """
    found: ColumnElement[bool] = column.in_(select(func.unnest(literal(list(values), ARRAY(kind)))))
    return found
