"""Passwords: Argon2id hashes, and what a new password must satisfy.

Hashing parameters are the second recommended option of RFC 9106, section 4 (3 passes, 64 MiB,
4 lanes). A process computes at most four hashes at once, 256 MiB in all; further ones wait.
Passwords are verified exactly as received, never trimmed or folded (ASVS 5.0, 6.2.8).
"""

import asyncio
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from typing import Final, Literal

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

PasswordProfile = Literal["asvs", "dengbao"]

MIN_CHARACTERS: Final = 8
MAX_CHARACTERS: Final = 128
MAX_HASHES_AT_ONCE: Final = 4
DENGBAO_CLASSES: Final = 3

#: The hash of a random secret nobody kept, verified where an account has no hash or is unknown, so
#: that the answer takes as long as for a known one.
_DUMMY_HASH: Final = (
    "$argon2id$v=19$m=65536,t=3,p=4"
    "$xUX+vr/qHyBFhxOIailpgg$DOvKTWq5rMDPBN8vaicSOWzgtVCjzbioU2ij25R4+mg"
)

_hasher = PasswordHash((Argon2Hasher(time_cost=3, memory_cost=65536, parallelism=4),))
_threads = ThreadPoolExecutor(MAX_HASHES_AT_ONCE, thread_name_prefix="argon2")

_CONTEXT_TEXT: Final = """
gongwei jiguangongwei zhigonggongwei dangwei dangjian dangyuan dangzhibu zhibu zhibushuji shuji
jiguan secretary committee branch member officer clerk leader reviewer volunteer
工委 机关工委 党委 党建 党员 党支部 支部书记 书记 机关 密码
"""

#: Words that ASVS 5.0, 6.1.2 asks to document: the product, its roles, and what they are called.
CONTEXT_WORDS: Final = frozenset(_CONTEXT_TEXT.split())

_COMMON_WORD_TEXT: Final = """
abc abcd admin administrator root test guest user login master super superman batman pass passwd
password passport mima secret default changeme changeit letmein welcome hello sunshine princess
football baseball basketball monkey dragon shadow michael jennifer jordan charlie computer internet
samsung google microsoft windows huawei iloveyou iloveu loveme lovely woaini woaiwojia wodemima
nihao nihaoma wang zhang liu chen zhongguo china beijing shanghai server oracle mysql system manager
public private demo temp
"""

#: Words most common passwords are built on, before digits and signs are put around them.
_COMMON_WORDS: Final = frozenset(_COMMON_WORD_TEXT.split())

_WIDELY_USED_TEXT: Final = """
1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y zaq12wsx zaq1zaq1 zaq1xsw2 1qazxsw2 q1w2e3r4 q1w2e3r4t5 a1b2c3d4
11223344 1122334455 112233445566 12341234 123123123 123321123 123454321 12344321 147258369 147852369
159357258 159753159 1357924680 13579246810 1234554321 123456654321 123654789 123698745 741852963
789456123 963852741 987456321 7894561230 12345678910 5201314520 52013145201314 1314520520
13145201314 520131420 10101010 31415926 314159265 pa55word trustno1 woaini520 woaini521 1234qwer
123qweasd 123qweasdzxc qweasdzxc qweasd123 aini1314 wo5201314 5201314a a5201314 adminadmin testtest
rootroot passpass abcabcabc starwars blink182 whatever superstar liverpool corvette mercedes
mustang1 maverick cocacola jessica1 ashley12 bailey12 nicholas jonathan elizabeth christopher
a1s2d3f4 alexander victoria butterfly chocolate strawberry blahblah freedom1 access14
"""

#: Common passwords of at least eight characters that no pattern below catches, from what is widely
#: known of leaked passwords, those of Chinese sites included.
_WIDELY_USED: Final = frozenset(_WIDELY_USED_TEXT.split())

_RUNS: Final = (
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
)
_LETTERS_AND_RUN: Final = re.compile(
    r"[a-z]{0,3}(0?123456[0-9]*|(.)\2{5,}|0?987654[0-9]*)[a-z]{0,3}"
)
_CALENDAR_DAY: Final = re.compile(r"(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_LOOKALIKES: Final = str.maketrans({"@": "a", "4": "a", "0": "o", "$": "s", "5": "s", "3": "e"})


async def hash_password(text: str) -> str:
    """The Argon2id hash of a password, in PHC string format with its salt and parameters.

    Raises ValueError when the password is longer than 128 characters or is not valid text.
    """
    if len(text) > MAX_CHARACTERS or not _encodable(text):
        raise ValueError("the password is too long or not valid text")
    return await asyncio.get_running_loop().run_in_executor(_threads, _hasher.hash, text)


async def verify_password(text: str, stored: str | None) -> bool:
    """Whether the password belongs to the stored hash.

    None stands for an account that is unknown or has no password: the answer is False after the
    same work. A hash of an unknown format, and text that no password can be, are answered alike.
    """
    return await asyncio.get_running_loop().run_in_executor(_threads, _verify, text, stored)


def check_password_strength(text: str, username: str, profile: PasswordProfile) -> list[str]:
    """The faults of a new password, as stable codes in a fixed order; empty when it is acceptable.

    Codes: `too_short` (under 8 characters), `too_long` (over 128), `invalid_text` (lone
    surrogates), `too_common`, `contains_username`, `too_few_character_classes`.

    `asvs` follows OWASP ASVS 5.0: at least 8 characters (6.2.1), 64 and more permitted (6.2.9), no
    rule of composition (6.2.5), common passwords (6.2.4) and words of the context, the user name
    among them (6.2.11), refused. The check of common passwords is a list and a set of patterns
    (a word with digits or signs around it, keyboard and number runs, repetition, a date).

    `dengbao` adds what assessments under GB/T 22239-2019, 8.1.4.1 a) ("身份鉴别信息具有复杂度要求")
    ask for in practice: three of capital letters, small letters, digits and other characters.
    """
    faults = []
    if len(text) < MIN_CHARACTERS:
        faults.append("too_short")
    if len(text) > MAX_CHARACTERS:
        return [*faults, "too_long"]
    if not _encodable(text):
        return [*faults, "invalid_text"]
    folded = _folded(text)
    if _is_common(folded):
        faults.append("too_common")
    if _contains_name(folded, _folded(username)):
        faults.append("contains_username")
    if profile == "dengbao" and _character_classes(text) < DENGBAO_CLASSES:
        faults.append("too_few_character_classes")
    return faults


def _verify(text: str, stored: str | None) -> bool:
    if len(text) > MAX_CHARACTERS or not _encodable(text):
        text, stored = "", None
    if stored is None or not Argon2Hasher.identify(stored):
        _hasher.verify(text, _DUMMY_HASH)
        return False
    return _hasher.verify(text, stored)


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _folded(text: str) -> str:
    """One form for full width and half width, capital and small, so that none slips past a list."""
    return unicodedata.normalize("NFKC", text).casefold()


def _is_common(folded: str) -> bool:
    if folded in _WIDELY_USED or len(set(folded)) < 4:
        return True
    if any(folded in run or folded in run[::-1] for run in _RUNS):
        return True
    if _LETTERS_AND_RUN.fullmatch(folded) or _CALENDAR_DAY.fullmatch(folded):
        return True
    half = len(folded) // 2
    if half >= 4 and folded[:half] * 2 == folded and _is_built_on_a_word(folded[:half]):
        return True
    return _is_built_on_a_word(folded)


def _is_built_on_a_word(folded: str) -> bool:
    """Whether only digits and signs surround a common word, read as letters where they look alike.

    Both readings are tried: in "p@ssw0rd1" the signs stand for letters, in "admin@123" they do not.
    """
    edges = r"^[\W\d_]+|[\W\d_]+$"
    plain = re.sub(edges, "", folded)
    lookalike = re.sub(edges, "", folded.rstrip("0123456789!@#$%^&*.?_-").translate(_LOOKALIKES))
    return any(
        word in _COMMON_WORDS or word in CONTEXT_WORDS or _is_run(word)
        for word in (plain, lookalike)
    )


def _is_run(word: str) -> bool:
    return len(word) >= 3 and any(word in run or word in run[::-1] for run in _RUNS)


def _contains_name(folded: str, name: str) -> bool:
    """Latin names under three letters are too likely to appear by chance to be held against it."""
    return (len(name) >= 3 or (name != "" and not name.isascii())) and name in folded


def _character_classes(text: str) -> int:
    return sum(
        (
            any("A" <= character <= "Z" for character in text),
            any("a" <= character <= "z" for character in text),
            any("0" <= character <= "9" for character in text),
            any(not (character.isascii() and character.isalnum()) for character in text),
        )
    )
