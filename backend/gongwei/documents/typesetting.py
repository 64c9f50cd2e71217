"""PDF: the description handed as data to a layout that never takes a text for markup.

The files are PDF/A-2u, which makes the typesetter name every sign that no font has.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import typst

from gongwei.core import clock
from gongwei.documents.description import Language, Letter, Printable
from gongwei.documents.fonts import FontRole, FontShelf, StandardFont, font_shelf
from gongwei.documents.levels import levelled, stripped_lines

STANDARD: Final = "a-2u"
PLACEHOLDER = "〓"
"""What offices print where a sign is wanting (得号)."""

ROUNDS = 4
"""Signs are named all at once; a further round is for those that the note itself brings in."""

_NOT_SHOWN = re.compile(r'the text `"((?:[^"\\`]|\\.)+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_LONG_WORD = re.compile(r"[!-~]{20}")

PAGE_WORDS = {"zh": ("第 ", " 页，共 ", " 页"), "en": ("Page ", " of ", "")}


@dataclass(frozen=True)
class Typeset:
    """A PDF, the standard's fonts that others stand in for, and the signs that no font has."""

    content: bytes
    stand_ins: Sequence[StandardFont]
    missing: Sequence[str]


def typeset(document: Printable, data_dir: Path) -> Typeset:
    """The document as PDF, set in this process; a request has it set apart."""
    return set_described(prepared(document), document.language, data_dir, clock.now())


def set_described(
    described: dict[str, Any], language: Language, data_dir: Path, at: datetime
) -> Typeset:
    """What was described as data, as PDF of a moment."""
    shelf = font_shelf(data_dir)
    stand_ins = shelf.missing(roles_of(described))
    missing: list[str] = []
    for _ in range(ROUNDS):
        note = fallback_note(language, stand_ins, missing)
        try:
            content = _compile(described, language, note, shelf, at)
        except typst.TypstError as error:
            found = undisplayable(error.diagnostic)
            if not found:
                raise
            missing += [one for one in found if one not in missing]
            described = _texts(described, partial(_replaced, missing=found))
            continue
        return Typeset(content, stand_ins, missing)
    raise ValueError("signs that no font has remain after replacing them")


def prepared(document: Printable) -> dict[str, Any]:
    """The description as data: lines split, headings of a letter told by their numbering."""
    described: dict[str, Any] = asdict(document)
    if isinstance(document, Letter):
        lines = levelled(document.body)
        described["body"] = [{"role": role.value, "text": line} for role, line in lines]
    for block in described.get("blocks", ()):
        if block["kind"] == "paragraphs":
            block["text"] = stripped_lines(block["text"])
    pictures = described.pop("pictures", None)
    shown: dict[str, Any] = _texts(described, _breakable)
    return shown if pictures is None else {**shown, "pictures": pictures}


def _breakable(text: str) -> str:
    """Without control characters, and with places to break in words longer than a line."""
    shown = "".join(sign for sign in text if sign == "\n" or ord(sign) >= ord(" "))
    return _LONG_WORD.sub(lambda found: found.group() + "\u200b", shown)


def roles_of(described: dict[str, Any]) -> list[FontRole]:
    """The roles that the document's texts play, in the standard's order."""
    used = {FontRole.TITLE, FontRole.BODY}
    if described["layout"] == "letter":
        used |= {FontRole(line["role"]) for line in described["body"]}
    else:
        used.add(FontRole.FIRST_HEADING)
    return [role for role in FontRole if role in used]


def fallback_note(language: str, stand_ins: Sequence[StandardFont], missing: Sequence[str]) -> str:
    """What a reader must know about the signs on the page; empty when all is as it should be."""
    codes = "、".join(_code_points(one) for one in missing)
    by_stand_in: dict[tuple[str, str], list[StandardFont]] = {}
    for font in stand_ins:
        by_stand_in.setdefault((font.stand_in, font.stand_in_zh), []).append(font)
    parts = []
    for (name, name_zh), fonts in by_stand_in.items():
        if language == "en":
            wanting = ", ".join(font.families[0] for font in fonts)
            parts.append(f"This machine lacks {wanting}; {name} stands in.")
        else:
            wanting = "、".join(font.name_zh for font in fonts)
            parts.append(f"本机缺少{wanting}字体，已用{name_zh}代替。")
    if missing and language == "en":
        parts.append(f"No font here has {codes}; {PLACEHOLDER} stands in.")
    elif missing:
        parts.append(f"现有字体均无以下字符，已用{PLACEHOLDER}代替：{codes}。")
    return (" " if language == "en" else "").join(parts)


def _code_points(text: str) -> str:
    return "+".join(f"U+{ord(sign):04X}" for sign in text)


def undisplayable(diagnostic: str) -> list[str]:
    """The texts that the typesetter could not show, from what it says about them."""

    def plain(found: re.Match[str]) -> str:
        return chr(int(found[1], 16)) if found[1] else found[2]

    shown = (_ESCAPED.sub(plain, found[1]) for found in _NOT_SHOWN.finditer(diagnostic))
    return list(dict.fromkeys(shown))


def _replaced(text: str, missing: Sequence[str]) -> str:
    for one in missing:
        text = text.replace(one, PLACEHOLDER)
    return text


def _texts(value: Any, change: Callable[[str], str]) -> Any:
    """The same data with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _texts(inner, change) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_texts(inner, change) for inner in value]
    return value


def layout_of(described: dict[str, Any]) -> bytes:
    """The layout's source: what both share, then its own."""
    here = files("gongwei.documents")
    names = ("shared.typ", f"{described['layout']}.typ")
    return b"\n".join(here.joinpath(name).read_bytes() for name in names)


def _inputs(
    described: dict[str, Any], language: str, note: str, shelf: FontShelf
) -> dict[str, str]:
    data = {
        "document": described,
        "language": language,
        "note": note,
        "page_words": PAGE_WORDS[language],
        "fonts": {role.value: shelf.families(role) for role in FontRole},
    }
    return {"data": json.dumps(data, ensure_ascii=False)}


def _compile(
    described: dict[str, Any], language: str, note: str, shelf: FontShelf, at: datetime
) -> bytes:
    return typst.compile(
        layout_of(described),
        format="pdf",
        font_paths=shelf.fonts,
        sys_inputs=_inputs(described, language, note, shelf),
        pdf_standards=STANDARD,
        timestamp=int(at.timestamp()),
    )
