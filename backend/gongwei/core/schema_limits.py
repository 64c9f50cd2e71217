"""How long a text, a list or a number of the API can be, written into every schema.

Requests state their own limits, which are checked; `tests/architecture/test_api_document.py` finds
one that is missing. Answers hold what was accepted under those limits, so theirs are general: they
tell the reader of another system what to make room for.
"""

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]

LONGEST_TEXT = 20_000
"""Characters. The longest text that is taken has 8,000; an answer may put two together."""
LONGEST_LIST = 1_000_000
"""Items of a list that is not paged. The largest tree that is measured has 150,000 nodes."""
LONGEST_PAGE = 200
INT32 = 2**31 - 1
EXACT = 2**53 - 1
"""The largest whole number that every reader of JSON takes exactly (RFC 8259, 6)."""
LARGEST_FILE = 20 * 1024 * 1024

WRITTEN = {"uuid": 36, "date": 10, "date-time": 40, "time": 20}
"""Characters of what a format fixes."""


def set_limits(document: Node) -> None:
    """Give every text, list and whole number of the document its limits."""
    for node in _schemas(document):
        kind = node.get("type")
        if isinstance(kind, list):
            kind = kind[0]
        if kind == "string":
            _limit_text(node)
        elif kind == "integer":
            _limit_integer(node)
        elif kind == "array":
            node.setdefault("maxItems", LONGEST_LIST)
        elif kind == "object" and "next_cursor" in node.get("properties", {}):
            node["properties"]["items"]["maxItems"] = LONGEST_PAGE


def _schemas(node: Any) -> Iterator[Node]:
    """Every object of the document, outer ones first; those with a `type` are schemas."""
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from _schemas(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _schemas(inner)


def _limit_text(node: Node) -> None:
    if node.keys() & {"maxLength", "enum", "const"}:
        return
    if node.get("contentMediaType") == "application/octet-stream" or node.get("format") == "binary":
        node["maxLength"] = LARGEST_FILE
    else:
        node["maxLength"] = WRITTEN.get(node.get("format", ""), LONGEST_TEXT)


def _limit_integer(node: Node) -> None:
    largest = EXACT if node.get("format") == "int64" else INT32
    node.setdefault("format", "int32")
    if "exclusiveMinimum" not in node:
        node.setdefault("minimum", -largest - (largest == INT32))
    if "exclusiveMaximum" not in node:
        node.setdefault("maximum", largest)
