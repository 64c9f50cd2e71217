"""Bad input of every sort: a problem document each time, and nothing written."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from httpx import AsyncClient
from sqlalchemy import text

from architecture.api_document import is_problem
from factories.world import World
from gongwei.core.db import WHOLE_TREE, Database
from gongwei.core.models import Row
from gongwei.tables import metadata

Body = dict[str, Any]
JSON = {"content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}
BOUNDED = {"content-type": "multipart/form-data; boundary=edge"}
TEN_MIB = 10 * 1024 * 1024

TECHNICAL = frozenset(
    str(model.__tablename__)
    for mapper in Row._sa_registry.mappers
    if not getattr(model := mapper.class_, "recorded", False)
    and model.__tablename__ not in ("audit_entry", "event")
)  # fmt: skip
"""Tables of the machinery, which may count the attempt."""


@dataclass(frozen=True)
class Bad:
    """One bad request: what is sent, and the status that refuses it."""

    what: str
    status: int
    content: bytes
    headers: dict[str, str]


def as_json(what: str, status: int, value: Any) -> Bad:
    return Bad(what, status, json.dumps(value).encode(), JSON)


def raw(what: str, status: int, content: bytes, headers: dict[str, str] = JSON) -> Bad:
    return Bad(what, status, content, headers)


def bad_json(good: Body, typed: str) -> list[Bad]:
    """Bad bodies made of a good one; `typed` is its field that a person types."""
    said = json.dumps(good).encode()

    def with_text(written: bytes) -> bytes:
        return json.dumps({**good, typed: "TEXT"}).encode().replace(b'"TEXT"', written)

    return [
        as_json("a list", 422, [good]),
        as_json("a text", 422, "a"),
        as_json("nothing", 422, None),
        as_json("a number for a text", 422, {**good, typed: 5}),
        as_json("a list for a text", 422, {**good, typed: ["a"]}),
        as_json("an object for a text", 422, {**good, typed: {"a": 1}}),
        as_json("a truth for a text", 422, {**good, typed: True}),
        as_json("a blank text", 422, {**good, typed: " \u3000 "}),
        as_json("a text too long", 422, {**good, typed: "长" * 5000}),
        as_json("a line with a bell", 422, {**good, typed: "a\x07b"}),
        as_json("an unknown field", 422, {**good, "surprise": 1}),
        as_json("a field of the table", 422, {**good, "version": 9}),
        raw("no body", 422, b""),
        raw("half of it", 400, said[: len(said) // 2]),
        raw("two of them", 400, said + said),
        raw("NUL", 400, with_text(b'"a\\u0000b"')),
        raw("a bare NUL", 400, with_text(b'"a\x00b"')),
        raw("half a pair", 400, with_text(b'"\\ud800"')),
        raw("NaN", 400, with_text(b"NaN")),
        raw("Infinity", 400, with_text(b"-Infinity")),
        raw("1e400", 400, with_text(b"1e400")),
        raw("many digits", 400, with_text(b"9" * 10_000)),
        raw("deep nesting", 400, with_text(b"[" * 500 + b"]" * 500)),
        raw("very deep nesting", 400, with_text(b"[" * 100_000 + b"]" * 100_000)),
        raw("GB 18030", 400, with_text('"工委"'.encode("gb18030"))),
        raw("UTF-16", 400, said.decode().encode("utf-16")),
        raw("a byte order mark", 400, b"\xef\xbb\xbf" + said),
        raw("ten mebibytes of text", 413, with_text(b'"' + b"a" * TEN_MIB + b'"')),
        raw("ten mebibytes of blanks", 413, said + b" " * TEN_MIB),
        raw("a form", 422, b"title=a", FORM),
        raw("a body of several parts", 422, b"--edge--\r\n", BOUNDED),
        raw("plain text", 422, said, {"content-type": "text/plain"}),
        raw("no type at all", 422, b"\xff\xfe\x00", {"content-type": ""}),
    ]  # fmt: skip


def part(disposition: bytes, content: bytes) -> bytes:
    return (
        b"--edge\r\ncontent-disposition: form-data; "
        + disposition
        + b"\r\n\r\n"
        + content
        + b"\r\n"
    )


BAD_FILES = [
    raw("no parts", 422, b"--edge--\r\n", BOUNDED),
    raw("no body", 400, b"", BOUNDED),
    raw("no edge", 400, b"abc", {"content-type": "multipart/form-data"}),
    raw("another edge", 400, b"--other\r\n\r\n--other--", BOUNDED),
    raw("cut off", 400, part(b'name="file"; filename="a.csv"', b"a,b")[:-10], BOUNDED),
    raw("no end", 400, part(b'name="file"; filename="a.csv"', b"a,b"), BOUNDED),
    raw("a part without a name", 400, part(b"", b"a") + b"--edge--\r\n", BOUNDED),
    raw("a text for a file", 422, part(b'name="file"', b"a,b") + b"--edge--\r\n", BOUNDED),
    raw("a file for an id", 422,
        part(b'name="file"; filename="a.csv"', b"a,b")
        + part(b'name="organisation_id"; filename="b.csv"', b"c") + b"--edge--\r\n", BOUNDED),
    raw("a field of ten mebibytes", 400,
        part(b'name="organisation_id"', b"a" * TEN_MIB) + b"--edge--\r\n", BOUNDED),
    raw("two thousand parts", 400, part(b'name="x"', b"a") * 2000 + b"--edge--\r\n", BOUNDED),
    raw("more than twenty mebibytes", 413,
        part(b'name="file"; filename="a.csv"', b"a" * (2 * TEN_MIB)) + b"--edge--\r\n", BOUNDED),
    raw("a program", 415,
        part(b'name="file"; filename="a.csv"', b"\x7fELF\x02" + bytes(64)) + b"--edge--\r\n",
        BOUNDED),
    raw("JSON", 422, b'{"file": "a"}', JSON),
]  # fmt: skip

BAD_SIGN_INS = [
    raw("nothing", 422, b"", FORM),
    raw("no password", 422, b"username=officer", FORM),
    raw("NUL", 422, b"username=a%00b&password=x", FORM),
    raw("a long name", 422, b"username=" + b"a" * 5000 + b"&password=x", FORM),
    raw("ten mebibytes", 413, b"username=" + b"a" * TEN_MIB, FORM),
    raw("JSON", 422, b'{"username": "officer", "password": "x"}', JSON),
    raw("broken parts", 400, b"--edge\r\nxyz", BOUNDED),
]

BAD_QUERIES = [
    ("NUL", "q=%00", 400),
    ("not UTF-8", "q=%ff%fe", 200),
    ("half a pair", "q=%ed%a0%80", 200),
    ("a long text", "q=" + "a" * 101, 422),
    ("a bell", "q=%07", 422),
    ("no day", "as_of=2020-02-30", 422),
    ("a day out of range", "as_of=9999-12-31", 422),
    ("no number", "limit=1e400", 422),
    ("a number out of range", "age_from=99999999999999999999", 422),
    ("no id", "organisation_id=x", 422),
    ("no cursor", "cursor=%F0%9F%98%80", 422),
    ("no truth", "include_total=maybe", 422),
]


async def refusals(
    client: AsyncClient, method: str, path: str, headers: dict[str, str], cases: list[Bad]
) -> list[str]:
    """Which of these requests are not refused as they should be."""
    wrong = []
    for bad in cases:
        given = {**headers, **bad.headers}
        answer = await client.request(method, path, content=bad.content, headers=given)
        if (answer.status_code, is_problem(answer)) != (bad.status, True):
            wrong.append(f"{bad.what}: {answer.status_code} {answer.text[:200]}")
    return wrong


@pytest.fixture
async def rows(database: Database) -> Callable[[], Any]:
    """Counts the rows of every table that is not technical."""
    names = sorted(set(metadata.tables) - TECHNICAL)
    assert {"task", "unit", "audit_entry", "stored_file"} <= set(names)
    query = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in names)

    async def count() -> dict[str, int]:
        async with database.transaction(WHOLE_TREE) as session:
            return {row[0]: row[1] for row in await session.execute(text(query))}

    return count


async def test_bad_tasks_are_refused(client: AsyncClient, world: World, rows: Any) -> None:
    good = {"organisation_id": str(world["finance"].id), "title": "任务", "due_on": "2030-01-01"}
    before = await rows()
    cases = [
        *bad_json(good, "title"),
        as_json("no such day", 422, {**good, "due_on": "2030-02-30"}),
        as_json("a moment for a day", 422, {**good, "due_on": "2030-01-01T05:00:00Z"}),
        as_json("no id", 422, {**good, "organisation_id": "x" * 36}),
        as_json("an id of nothing", 404, {**good, "organisation_id": "0" * 32}),
    ]
    headers = world.headers("officer")
    assert await refusals(client, "POST", "/api/v1/tasks", headers, cases) == []
    assert await rows() == before


async def test_bad_change_requests_are_refused(
    client: AsyncClient, world: World, rows: Any
) -> None:
    good = {
        "kind": "rename", "organisation_id": str(world["finance"].id),
        "effective_on": "2024-01-01", "reason": "更名", "payload": {"name": "新名"},
    }  # fmt: skip
    before = await rows()
    cases = [
        *[bad for bad in bad_json(good, "reason") if bad.what != "a line with a bell"],
        as_json("no payload", 422, {**good, "payload": None}),
        as_json("a list for a payload", 422, {**good, "payload": []}),
        as_json("another kind's payload", 422, {**good, "payload": {"into_id": "0" * 32}}),
        as_json("an unknown kind", 422, {**good, "kind": "explode"}),
    ]
    headers = world.headers("officer")
    assert await refusals(client, "POST", "/api/v1/organisation-changes", headers, cases) == []
    assert await rows() == before


async def test_bad_changes_of_a_unit_are_refused(
    client: AsyncClient, world: World, rows: Any
) -> None:
    headers = world.headers("officer")
    made = await client.post(
        "/api/v1/units", json={"organisation_id": str(world["finance"].id), "name": "区财政局"},
        headers=headers,
    )  # fmt: skip
    path = f"/api/v1/units/{made.json()['id']}"
    before = await rows()
    matching = {**headers, "If-Match": '"1"'}
    assert await refusals(client, "PATCH", path, matching, bad_json({"name": "新名"}, "name")) == []
    for given, status in ((None, 428), ("x", 412), ('"99999999999"', 412), ('"0"', 412)):
        version = {} if given is None else {"If-Match": given}
        answer = await client.patch(path, json={"name": "新名"}, headers={**headers, **version})
        assert (answer.status_code, is_problem(answer)) == (status, True)
    assert await rows() == before
    assert (await client.get(path, headers=headers)).json()["name"] == "区财政局"


async def test_bad_uploads_are_refused(client: AsyncClient, world: World, rows: Any) -> None:
    before = await rows()
    headers = world.headers("officer")
    assert await refusals(client, "POST", "/api/v1/files", headers, BAD_FILES) == []
    assert await rows() == before


async def test_bad_sign_ins_are_refused(client: AsyncClient, world: World, rows: Any) -> None:
    before = await rows()
    assert await refusals(client, "POST", "/api/v1/auth/token", {}, BAD_SIGN_INS) == []
    assert await rows() == before


async def test_a_name_that_is_not_utf_8_is_nobodys(client: AsyncClient, world: World) -> None:
    cases = [
        raw("not UTF-8", 401, b"username=%ff%fe&password=x", FORM),
        raw("half a pair", 401, b"username=%ed%a0%80&password=x", FORM),
    ]
    assert await refusals(client, "POST", "/api/v1/auth/token", {}, cases) == []


async def test_bad_queries_are_refused(client: AsyncClient, world: World, rows: Any) -> None:
    before = await rows()
    wrong = []
    for what, query, status in BAD_QUERIES:
        answer = await client.get(f"/api/v1/members?{query}", headers=world.headers("officer"))
        if (answer.status_code, is_problem(answer)) != (status, status >= 400):
            wrong.append(f"{what}: {answer.status_code} {answer.text[:200]}")
    assert wrong == []
    assert await rows() == before
