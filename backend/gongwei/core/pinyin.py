"""Pinyin keys, by which lists of people are sorted and names are found from their initials.

The embedded database has no Chinese collation, so the key is computed here and stored.
"""

import re
import unicodedata

_LONGEST_SURNAME = 2
_PARTS = re.compile(r"[A-Za-z0-9]+|[^\x00-\x7f]+")

# Surnames whose reading differs from the character's usual one; double surnames stand first
# because a longer match wins.
_SURNAMES: dict[str, tuple[str, ...]] = {
    "万俟": ("mo", "qi"),
    "尉迟": ("yu", "chi"),
    "长孙": ("zhang", "sun"),
    "单于": ("chan", "yu"),
    "澹台": ("tan", "tai"),
    "子车": ("zi", "ju"),
    "令狐": ("ling", "hu"),
    "宰父": ("zai", "fu"),
    "单": ("shan",),
    "曾": ("zeng",),
    "解": ("xie",),
    "仇": ("qiu",),
    "区": ("ou",),
    "查": ("zha",),
    "朴": ("piao",),
    "盖": ("ge",),
    "翟": ("zhai",),
    "乐": ("yue",),
    "缪": ("miao",),
    "员": ("yun",),
    "种": ("chong",),
    "覃": ("qin",),
    "秘": ("bi",),
    "冼": ("xian",),
    "洗": ("xian",),
    "折": ("she",),
    "牟": ("mu",),
    "逄": ("pang",),
    "柏": ("bai",),
    "谌": ("chen",),
    "祭": ("zhai",),
    "车": ("che",),
    "句": ("gou",),
    "隗": ("wei",),
    "阚": ("kan",),
    "郇": ("xun",),
    "繁": ("po",),
    "能": ("nai",),
    "薄": ("bo",),
    "宿": ("su",),
    "沈": ("shen",),
    "都": ("du",),
    "晟": ("cheng",),
    "黑": ("he",),
    "卜": ("bu",),
    "石": ("shi",),
    "召": ("shao",),
    "尉": ("wei",),
    "贾": ("jia",),
    "藏": ("zang",),
    "重": ("chong",),
    "褚": ("chu",),
    "幺": ("yao",),
    "郗": ("xi",),
    "佴": ("nai",),
    "适": ("kuo",),
    "俞": ("yu",),
    "长": ("zhang",),
    "尹": ("yin",),
    "六": ("lu",),
}


def pinyin_key(text: str, *, person: bool = False) -> str:
    """The full pinyin of `text`: lower-case, without tones, one blank between syllables.

    Runs of letters and digits count as one syllable, other characters are left out, ü is
    written v. With `person=True` the leading surname is read as a surname (单 is shan, not dan).
    """
    return " ".join(syllable for syllable, _ in _syllables(text, person=person))


def pinyin_initials(text: str, *, person: bool = False) -> str:
    """The first letter of every syllable; runs of letters and digits are kept whole.

    `区财政局A1组` gives `qczja1z`. `person` as in `pinyin_key`.
    """
    return "".join(
        syllable if is_run else syllable[0] for syllable, is_run in _syllables(text, person=person)
    )


def _syllables(text: str, *, person: bool) -> list[tuple[str, bool]]:
    """Each syllable, and whether it is a run of letters and digits that stands in the text."""
    text = unicodedata.normalize("NFKC", text).strip()
    surname: tuple[str, ...] = ()
    if person:
        surname, text = _split_surname(text)
    syllables = [(syllable, False) for syllable in surname]
    for part in _PARTS.findall(text):
        if part.isascii():
            syllables.append((part.lower(), True))
        else:
            syllables.extend((syllable, False) for syllable in _read(part))
    return syllables


def _read(text: str) -> list[str]:
    # Its dictionaries take a second to load, which a start need not wait for.
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(text, style=Style.NORMAL, errors="ignore")


def _split_surname(text: str) -> tuple[tuple[str, ...], str]:
    for length in range(_LONGEST_SURNAME, 0, -1):
        reading = _SURNAMES.get(text[:length])
        if reading is not None:
            return reading, text[length:]
    return (), text
