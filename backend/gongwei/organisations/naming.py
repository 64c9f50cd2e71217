"""What an organisation or unit is found by: pinyin and the text that a search looks through."""

import re
import unicodedata

from gongwei.core.pinyin import pinyin_initials, pinyin_key


def name_pinyin(name: str) -> str:
    """The stored key by which names are sorted, at most 800 characters."""
    return pinyin_key(name)[:800]


def search_text(name: str, short_name: str, code: str, *, longest: int = 1600) -> str:
    """Name, short name, code, pinyin without blanks and initials, folded, parted by `|`."""
    parts = [name, short_name, code]
    for text in dict.fromkeys((name, short_name)):
        parts += [pinyin_key(text).replace(" ", ""), pinyin_initials(text)]
    return "|".join(fold(part) for part in parts)[:longest]


def fold(text: str) -> str:
    """Text as a search compares it: half-width, lower case, without blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).casefold()
