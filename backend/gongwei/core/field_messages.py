"""What Pydantic found wrong with a field, in words for a clerk, in both languages."""

import re
from collections.abc import Mapping
from typing import Any

from gongwei.core.errors import FieldFault

WORDS: Mapping[str, tuple[str, str]] = {
    "missing": ("必填", "This is required"),
    "extra_forbidden": ("没有这个字段", "There is no such field"),
    "string_type": ("应为文字", "This should be text"),
    "string_too_short": ("至少 {min_length} 个字符", "At least {min_length} characters"),
    "string_too_long": ("最多 {max_length} 个字符", "At most {max_length} characters"),
    "string_pattern_mismatch": ("格式不符合要求", "The format does not fit"),
    "control_character": (
        "含有不可见的控制字符，请删除",
        "Contains control characters; remove them",
    ),
    "string_unicode": ("含有无法保存的字符", "Contains characters that cannot be stored"),
    "int_type": ("应为整数", "This should be a whole number"),
    "int_parsing": ("应为整数", "This should be a whole number"),
    "int_from_float": ("应为整数", "This should be a whole number"),
    "bool_parsing": ("应为是或否", "This should be true or false"),
    "bool_type": ("应为是或否", "This should be true or false"),
    "greater_than_equal": ("不能小于 {ge}", "At least {ge}"),
    "less_than_equal": ("不能大于 {le}", "At most {le}"),
    "date_from_datetime_parsing": (
        "应为日期，例如 2026-11-22",
        "This should be a date such as 2026-11-22",
    ),
    "date_parsing": ("应为日期，例如 2026-11-22", "This should be a date such as 2026-11-22"),
    "date_type": ("应为日期，例如 2026-11-22", "This should be a date such as 2026-11-22"),
    "date_from_datetime_inexact": (
        "应为日期，例如 2026-11-22",
        "This should be a date such as 2026-11-22",
    ),
    "datetime_from_date_parsing": ("应为带时区的时间", "This should be a time with its offset"),
    "datetime_parsing": ("应为带时区的时间", "This should be a time with its offset"),
    "timezone_aware": ("时间须带时区", "The time needs an offset"),
    "uuid_parsing": ("编号格式不对", "This is not a valid id"),
    "uuid_type": ("编号格式不对", "This is not a valid id"),
    "enum": ("应为以下之一：{expected}", "One of: {expected}"),
    "literal_error": ("应为以下之一：{expected}", "One of: {expected}"),
    "list_type": ("应为列表", "This should be a list"),
    "too_long": ("最多 {max_length} 项", "At most {max_length} entries"),
    "too_short": ("至少 {min_length} 项", "At least {min_length} entries"),
    "dict_type": ("应为对象", "This should be an object"),
    "model_attributes_type": ("应为对象", "This should be an object"),
    "model_type": ("应为对象", "This should be an object"),
    "union_tag_invalid": ("应为以下之一：{expected_tags}", "One of: {expected_tags}"),
    "union_tag_not_found": ("须写明种类", "The kind is missing"),
}

OTHERWISE = ("不符合要求", "This does not fit")

_patterns: dict[str, tuple[str, str]] = {}


def described(pattern: str, zh: str, en: str) -> str:
    """The pattern, for which these words say from now on what is allowed."""
    _patterns[pattern] = zh, en
    return pattern


def field_fault(fault: Mapping[str, Any]) -> FieldFault:
    """One Pydantic error as a fault with a JSON pointer. Never contains what the caller sent."""
    kind = str(fault["type"])
    context = {name: str(value) for name, value in (fault.get("ctx") or {}).items()}
    pointer = _pointer(fault.get("loc", ()))
    if "pattern" in context and context["pattern"] in _patterns:
        return FieldFault(pointer, kind, *_patterns[context["pattern"]])
    zh, en = WORDS.get(_worded(kind, fault.get("input")), OTHERWISE)
    try:
        return FieldFault(
            pointer, kind, zh.format(**_listed(context, "、")), en.format(**_listed(context, ", "))
        )
    except KeyError:
        return FieldFault(pointer, kind, *OTHERWISE)


def _worded(kind: str, given: object) -> str:
    """Pydantic speaks of entries where a text was looked at before its length was."""
    return f"string_{kind}" if kind.startswith("too_") and isinstance(given, str) else kind


def _listed(context: Mapping[str, str], between: str) -> dict[str, str]:
    """What is allowed as people list it; Pydantic writes `'a', 'b' or 'c'`."""
    return {
        name: between.join(one.strip("'") for one in re.split(", | or ", value))
        if name in ("expected", "expected_tags")
        else value
        for name, value in context.items()
    }


def _pointer(location: Any) -> str:
    parts = [str(part) for part in location]
    if parts and parts[0] in ("body", "query", "path", "header", "cookie"):
        parts = parts[1:]
    safe = [part.encode("utf-8", "replace").decode()[:80] for part in parts]
    return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in safe)
