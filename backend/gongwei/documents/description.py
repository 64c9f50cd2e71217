"""What a document says, without how it is set: PDF and Word are written from the same description.

Texts are plain; a line break in a text stays one.
"""

from dataclasses import dataclass, field
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True)
class Heading:
    """The title of a part."""

    text: str
    kind: Literal["heading"] = field(default="heading", init=False)


@dataclass(frozen=True)
class Paragraphs:
    """Running text; every line of it is a paragraph with an indented first line."""

    text: str
    kind: Literal["paragraphs"] = field(default="paragraphs", init=False)


@dataclass(frozen=True)
class Remark:
    """A small line beside the matter, such as what a part leaves out."""

    text: str
    kind: Literal["remark"] = field(default="remark", init=False)


@dataclass(frozen=True)
class Facts:
    """Names and values in a frame, two pairs a line; `wide` ones have a line to themselves."""

    pairs: tuple[tuple[str, str], ...]
    wide: tuple[tuple[str, str], ...] = ()
    kind: Literal["facts"] = field(default="facts", init=False)


@dataclass(frozen=True)
class TableRow:
    """A line of a table; `below` are texts that run beside its first cell, under a name each."""

    cells: tuple[str, ...]
    below: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on every page; `widths` are shares of the page."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[TableRow, ...]
    kind: Literal["table"] = field(default="table", init=False)


@dataclass(frozen=True)
class Signatures:
    """Places to sign by hand, each with a day."""

    labels: tuple[str, ...]
    kind: Literal["signatures"] = field(default="signatures", init=False)


Block = Heading | Paragraphs | Remark | Facts | Table | Signatures


@dataclass(frozen=True)
class Record:
    """A report or record: a title, then parts. `running` stands small above every later page.

    `landscape` for tables of many columns.
    """

    title: str
    subtitle: str
    running: str
    blocks: tuple[Block, ...]
    language: Language = "zh"
    landscape: bool = False
    layout: Literal["record"] = field(default="record", init=False)


@dataclass(frozen=True)
class Letter:
    """An official letter in the layout of GB/T 9704-2012.

    `issuer` is the mark in red, `number` the letter's number, `copies_to` and `printed_by` the
    lines at the foot of the last page, left out when empty.
    """

    issuer: str
    number: str
    title: str
    addressee: str
    body: str
    signer: str
    dated: str
    copies_to: str = ""
    printed_by: str = ""
    printed_on: str = ""
    language: Language = "zh"
    layout: Literal["letter"] = field(default="letter", init=False)


@dataclass(frozen=True)
class Certificate:
    """One page that somebody shows to others, with a code by which it is checked.

    `pairs` are names and values under the text, `check` what stands beside the code. `pictures` are
    drawings (SVG): `check` and `seal`, which is laid over `issuer` and `dated`; empty ones are left
    out. It is printed as PDF alone.
    """

    title: str
    number: str
    body: str
    pairs: tuple[tuple[str, str], ...]
    remark: str
    issuer: str
    dated: str
    check: str
    pictures: dict[str, str]
    language: Language = "zh"
    layout: Literal["certificate"] = field(default="certificate", init=False)


@dataclass(frozen=True)
class Slips:
    """Slips to be cut apart, several on a page, each with a code of its own and nothing else by
    which it is told from the others.

    `lines` stand on every slip above the code, `how` says below it what to do. `pictures` are
    drawings (SVG) by code. They are printed as PDF alone.
    """

    title: str
    lines: tuple[str, ...]
    how: str
    codes: tuple[str, ...]
    pictures: dict[str, str]
    language: Language = "zh"
    layout: Literal["slips"] = field(default="slips", init=False)


Document = Record | Letter
Printable = Document | Certificate | Slips
"""What is set as PDF."""
