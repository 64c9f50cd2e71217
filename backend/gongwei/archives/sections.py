"""What an archive is assembled from: each feature registers what it knows about a person.

Nothing here knows a feature. A feature imports this module, registers at import, and `api.py`
imports the module that registers.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.access.actor import Actor
from gongwei.access.permissions import Permission

Language = Literal["zh", "en"]
Words = tuple[str, str]
"""Chinese and English."""


@dataclass(frozen=True)
class Column:
    """A column of a section. `width` is its share of the page beside the other columns; a `wide`
    one is printed across the page below its line. Cells of a `dated` one are dates in ISO 8601 or
    words in the place of one; they are printed as people write dates.
    """

    code: str
    title: Words
    width: float = 1.0
    wide: bool = False
    dated: bool = False


@dataclass(frozen=True)
class Line:
    """One fact: when it happened, when it was entered, and its cells by column code."""

    occurred_on: date
    recorded_on: date
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Post:
    """A post that the person holds on the day of the archive."""

    organisation_name: str
    title: str
    from_on: date


Rows = Callable[[AsyncSession, Actor, UUID, date, Language], Awaitable[Sequence[Line]]]
"""(session, reader, person_id, as_of, language): what had happened by the end of that day, as far
as the reader may see it."""

Posts = Callable[[AsyncSession, Actor, UUID, date, Language], Awaitable[Sequence[Post]]]
NameOfCode = Callable[[str, Language], str]


@dataclass(frozen=True)
class Section:
    """A part of the archive, shown to readers who hold `permission`, in the order of `order`.

    `empty` is what stands there when nothing had happened.
    """

    code: str
    order: int
    title: Words
    columns: tuple[Column, ...]
    permission: Permission
    empty: Words
    rows: Rows


_sections: dict[str, Section] = {}
_posts: list[Posts] = []
_code_names: dict[str, NameOfCode] = {}


def register_section(section: Section) -> None:
    """Add a section. Raises ValueError when its code is taken by another."""
    if _sections.setdefault(section.code, section) is not section:
        raise ValueError(f"section registered twice: {section.code}")


def unregister_section(code: str) -> None:
    """Take a section away; for tests that plant one."""
    del _sections[code]


def sections() -> list[Section]:
    """Every section, in order."""
    return sorted(_sections.values(), key=lambda one: (one.order, one.code))


def register_posts(posts: Posts) -> None:
    """Add a reader of posts that people hold."""
    _posts.append(posts)


def post_readers() -> Sequence[Posts]:
    return tuple(_posts)


def register_code_names(field: Literal["nationality", "education"], name_of: NameOfCode) -> None:
    """Say how a code of a person's record is called."""
    _code_names[field] = name_of


def name_of_code(field: str, code: str | None, language: Language) -> str | None:
    """The name of a code, or the code itself where nobody knows it."""
    if code is None or field not in _code_names:
        return code
    return _code_names[field](code, language)


def in_words(words: Words, language: Language) -> str:
    return words[1] if language == "en" else words[0]
