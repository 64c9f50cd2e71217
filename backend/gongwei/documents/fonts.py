"""The fonts of GB/T 9704-2012 where the machine or the office has them, else the bundled ones.

An office puts fonts that it owns into the folder `fonts/` of the data directory.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import typst

OFFICE_FOLDER = "fonts"


class FontRole(StrEnum):
    """What a text is in the standard's eyes."""

    TITLE = "title"
    BODY = "body"
    SECOND_HEADING = "second_heading"
    FIRST_HEADING = "first_heading"


@dataclass(frozen=True)
class StandardFont:
    """A font that the standard names: how Word and people call it, the family names under which
    its files are known, and what stands in for it."""

    word: str
    name_zh: str
    families: tuple[str, ...]
    stand_in: str
    stand_in_zh: str


SERIF, SERIF_ZH = "Noto Serif SC", "思源宋体"
SANS, SANS_ZH = "Noto Sans SC", "思源黑体"

STANDARD: Mapping[FontRole, StandardFont] = {
    FontRole.TITLE: StandardFont(
        "方正小标宋简体", "小标宋",
        ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "FZXBSJW--GB1-0", "FZXBSK--GBK1-0"),
        SERIF, SERIF_ZH,
    ),
    FontRole.BODY: StandardFont(
        "仿宋_GB2312", "仿宋", ("FangSong_GB2312", "FangSong", "STFangsong"), SERIF, SERIF_ZH
    ),
    FontRole.SECOND_HEADING: StandardFont(
        "楷体_GB2312", "楷体", ("KaiTi_GB2312", "KaiTi", "STKaiti"), SERIF, SERIF_ZH
    ),
    FontRole.FIRST_HEADING: StandardFont(
        "黑体", "黑体", ("SimHei", "STHeiti"), SANS, SANS_ZH
    ),
}  # fmt: skip


@dataclass(frozen=True)
class FontShelf:
    """The fonts of this machine, and which family plays which role."""

    fonts: typst.Fonts
    chosen: Mapping[FontRole, str]

    def families(self, role: FontRole) -> list[str]:
        """The role's font first, then the bundled one for what it has no sign for."""
        return list(dict.fromkeys((self.chosen[role], STANDARD[role].stand_in)))

    def missing(self, used: Iterable[FontRole]) -> list[StandardFont]:
        """The standard's fonts among `used` that others stand in for."""
        return [STANDARD[role] for role in used if self.chosen[role] not in STANDARD[role].families]


def font_shelf(data_dir: Path) -> FontShelf:
    """What is there now; looked through again when the office's folder changes."""
    folder = data_dir / OFFICE_FOLDER
    changed = folder.stat().st_mtime_ns if folder.is_dir() else 0
    return _shelf(folder, changed)


@lru_cache(maxsize=4)
def _shelf(folder: Path, changed: int) -> FontShelf:
    bundled = files("pylopdf_fonts_zh_cn")
    folders = [str(bundled), *([str(folder)] if changed else [])]
    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=folders)
    known = {name.casefold() for name in fonts.families()}
    return FontShelf(fonts, {role: _first_known(font, known) for role, font in STANDARD.items()})


def _first_known(font: StandardFont, known: set[str]) -> str:
    found = (name for name in font.families if name.casefold() in known)
    return next(found, font.stand_in)
