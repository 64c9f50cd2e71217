"""Which font a line of a letter is set in, told by its numbering (GB/T 9704-2012, 7.3.3)."""

import re

from gongwei.documents.fonts import FontRole

LONGEST_HEADING = 40
"""Characters; a longer line that is numbered is running text."""

_FIRST = re.compile(r"[一二三四五六七八九十]{1,3}、")
_SECOND = re.compile(r"（[一二三四五六七八九十]{1,3}）")


def levelled(text: str) -> list[tuple[FontRole, str]]:
    """The lines of a text that are not empty, each with its role: 一、 in 黑体, （一） in 楷体."""
    return [(_role(line), line) for line in stripped_lines(text)]


def stripped_lines(text: str) -> list[str]:
    """The lines of a text that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _role(line: str) -> FontRole:
    if len(line) <= LONGEST_HEADING and "。" not in line[:-1]:
        if _FIRST.match(line):
            return FontRole.FIRST_HEADING
        if _SECOND.match(line):
            return FontRole.SECOND_HEADING
    return FontRole.BODY
