"""A new password's faults in words, and its hash when there are none."""

from gongwei.core.errors import MALFORMED, FieldFault
from gongwei.core.passwords import PasswordProfile, check_password_strength, hash_password

WORDS: dict[str, tuple[str, str]] = {
    "too_short": ("密码至少 8 个字符", "At least 8 characters"),
    "too_long": ("密码最多 128 个字符", "At most 128 characters"),
    "invalid_text": ("密码含有无法保存的字符", "Contains characters that cannot be stored"),
    "too_common": ("密码过于常见，容易被猜中", "Too common: easily guessed"),
    "contains_username": ("密码不能包含用户名", "Must not contain the user name"),
    "too_few_character_classes": (
        "须包含大写字母、小写字母、数字、符号中的至少三类",
        "Use at least three of capital letters, small letters, digits and signs",
    ),
}


async def checked_hash(password: str, username: str, profile: PasswordProfile, pointer: str) -> str:
    """The hash to store. Raises `malformed` (422) at `pointer` for each rule that is broken."""
    codes = check_password_strength(password, username, profile)
    if codes:
        faults = tuple(FieldFault(pointer, code, *WORDS[code]) for code in codes)
        raise MALFORMED(errors=faults, count=len(faults))
    return await hash_password(password)
