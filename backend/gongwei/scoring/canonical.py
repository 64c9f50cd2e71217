"""Canonical JSON (RFC 8785) and its SHA-256: the same content gives the same bytes everywhere.

Numbers that are not whole are texts here, so the one hard part of the RFC, how a float is written,
never comes up.
"""

import hashlib
import json
from typing import Any

MAX_WHOLE = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exactly."""


def canonical(value: Any) -> str:
    """The one text of a value made of dictionaries with text keys, lists, texts, whole numbers,
    booleans and None.

    Raises TypeError for anything else, ValueError for a number or a text that JSON cannot carry.
    """
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return _scalar(value)
    if isinstance(value, int):
        if abs(value) > MAX_WHOLE:
            raise ValueError("whole number out of range")
        return str(value)
    if isinstance(value, list | tuple):
        return "[" + ",".join(canonical(one) for one in value) + "]"
    if isinstance(value, dict):
        keys = sorted(value, key=_utf_16)
        return "{" + ",".join(f"{_scalar(key)}:{canonical(value[key])}" for key in keys) + "}"
    raise TypeError(f"not canonical: {type(value).__name__}")


def _scalar(value: bool | str | None) -> str:
    if isinstance(value, str):
        value.encode()  # refuses half a surrogate pair
    return json.dumps(value, ensure_ascii=False)


def _utf_16(key: object) -> bytes:
    """Keys sort by their UTF-16 code units (RFC 8785, 3.2.3)."""
    if not isinstance(key, str):
        raise TypeError("keys are texts")
    return key.encode("utf-16-be")


def sha256_of(document: str) -> str:
    """The hash of a document's UTF-8 bytes, in hex."""
    return hashlib.sha256(document.encode()).hexdigest()
