"""Strict bodies, problem documents and entity tags, on a small program of the kernel's parts."""

from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import pytest
from fastapi import APIRouter, FastAPI
from httpx import ASGITransport, AsyncClient, Response
from pydantic import Field

from gongwei.core import problem_responses
from gongwei.core.errors import CONFLICT
from gongwei.core.field_messages import described
from gongwei.core.requests import RequestFrame
from gongwei.core.routing import IfMatch, ResourceRoute
from gongwei.core.schemas import In, Line, Query

router = APIRouter(route_class=ResourceRoute)


class NoteIn(In):
    title: Line
    pages: Annotated[int, Field(le=9999)] = 1
    weight: float = 1.0


@router.post("/notes", status_code=201)
async def create_note(note: NoteIn) -> NoteIn:
    return note


@router.get("/notes")
async def list_notes(q: Query | None = None) -> dict[str, Any]:
    return {"items": [q]}


@router.patch("/notes")
async def change_note(version: IfMatch) -> dict[str, bool]:
    differs = version != 4
    return {"is_third": version == 3, "is_fourth": not differs}


@router.get("/conflict")
async def conflict() -> None:
    raise CONFLICT()


@router.get("/broken")
async def broken() -> None:
    raise ZeroDivisionError("secret detail")


elsewhere = APIRouter(route_class=ResourceRoute)


class ShelfIn(In):
    shelf: Literal["left", "right"]
    label: Annotated[Line, Field(max_length=3)] = "a"
    mark: Annotated[str, Field(pattern=described("^[a-z]$", "一个小写字母", "A letter"))] = "a"


@elsewhere.delete("/notes")
async def take_away(shelf: ShelfIn) -> None: ...


@pytest.fixture
async def notes() -> AsyncIterator[AsyncClient]:
    app = FastAPI()
    app.add_middleware(RequestFrame, zone=ZoneInfo("Asia/Shanghai"))
    problem_responses.install(app)
    app.include_router(router)
    app.include_router(elsewhere)
    transport = ASGITransport(app=app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


def assert_problem(response: Response, status: int, code: str) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["status"] == status
    assert body["code"] == code
    assert body["request_id"] == response.headers["x-request-id"]
    return body


BAD_BODIES: list[tuple[str, bytes, int, str]] = [
    ("half an object", b'{"title": "a"', 400, "unreadable"),
    ("NUL in text", b'{"title": "a\\u0000b"}', 400, "unreadable"),
    ("lone surrogate", b'{"title": "\\ud800"}', 400, "unreadable"),
    ("NaN", b'{"title": "a", "weight": NaN}', 400, "unreadable"),
    ("Infinity", b'{"title": "a", "weight": -Infinity}', 400, "unreadable"),
    ("1e400", b'{"title": "a", "weight": 1e400}', 400, "unreadable"),
    ("deep nesting", b"[" * 500 + b"]" * 500, 400, "unreadable"),
    ("GB 18030 bytes", '{"title": "汉"}'.encode("gb18030"), 400, "unreadable"),
    ("UTF-16", '{"title": "a"}'.encode("utf-16"), 400, "unreadable"),
    ("unknown field", b'{"title": "a", "colour": 1}', 422, "malformed"),
    ("wrong type", b'{"title": 7}', 422, "malformed"),
    ("control character", b'{"title": "a\\u0007b"}', 422, "malformed"),
    ("a list", b"[]", 422, "malformed"),
    ("nothing", b"", 422, "malformed"),
    ("huge integer", b'{"title": "a", "pages": ' + b"9" * 400 + b"}", 422, "malformed"),
    ("too many bytes", b'{"title": "' + b"a" * 1_100_000 + b'"}', 413, "too_large"),
]


@pytest.mark.parametrize(
    ("body", "status", "code"), [c[1:] for c in BAD_BODIES], ids=[c[0] for c in BAD_BODIES]
)
async def test_a_bad_body_gets_a_problem_document(
    notes: AsyncClient, body: bytes, status: int, code: str
) -> None:
    response = await notes.post(
        "/notes", content=body, headers={"content-type": "application/json"}
    )
    assert_problem(response, status, code)


async def test_faults_name_the_field_in_the_callers_language(notes: AsyncClient) -> None:
    for language, message in (("zh-CN", "必填"), ("en-GB,zh;q=0.5", "This is required")):
        response = await notes.post("/notes", json={}, headers={"accept-language": language})
        body = assert_problem(response, 422, "malformed")
        assert body["errors"] == [{"pointer": "/title", "code": "missing", "message": message}]


@pytest.mark.parametrize(
    ("language", "messages"),
    [
        ("zh", ["应为以下之一：left、right", "最多 3 个字符", "一个小写字母"]),
        ("en", ["One of: left, right", "At most 3 characters", "A letter"]),
    ],
)
async def test_faults_say_what_is_allowed_in_the_callers_language(
    notes: AsyncClient, language: str, messages: list[str]
) -> None:
    body = {"shelf": "middle", "label": "abcd", "mark": "A"}
    headers = {"accept-language": language}
    answer = await notes.request("DELETE", "/notes", json=body, headers=headers)
    assert [fault["message"] for fault in answer.json()["errors"]] == messages


async def test_a_nul_in_the_address_is_refused(notes: AsyncClient) -> None:
    assert_problem(await notes.get("/notes?q=%00"), 400, "unreadable")


async def test_an_unforeseen_failure_tells_nothing_but_its_number(notes: AsyncClient) -> None:
    response = await notes.get("/broken")
    body = assert_problem(response, 500, "internal")
    assert "secret" not in response.text
    assert body["request_id"] in body["detail"]


async def test_a_declared_problem_and_an_unknown_address(notes: AsyncClient) -> None:
    assert_problem(await notes.get("/conflict"), 409, "conflict")
    assert_problem(await notes.get("/nowhere"), 404, "not_found")
    assert_problem(await notes.put("/notes"), 405, "method_not_allowed")


async def test_a_refused_method_is_told_those_of_every_router(notes: AsyncClient) -> None:
    refused = await notes.put("/notes")
    assert refused.headers["allow"] == "GET, POST, PATCH, DELETE"


async def test_an_unchanged_list_is_answered_304(notes: AsyncClient) -> None:
    first = await notes.get("/notes?q=a")
    again = await notes.get("/notes?q=a", headers={"if-none-match": first.headers["etag"]})
    other = await notes.get("/notes?q=b", headers={"if-none-match": first.headers["etag"]})
    assert (first.status_code, again.status_code, other.status_code) == (200, 304, 200)
    assert again.content == b""


async def test_a_known_tag_is_compared_weakly_in_a_list_or_as_a_star(notes: AsyncClient) -> None:
    tag = (await notes.get("/notes")).headers["etag"].removeprefix("W/")
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        assert (await notes.get("/notes", headers={"if-none-match": known})).status_code == 304
    assert (await notes.get("/notes", headers={"if-none-match": '"other"'})).status_code == 200


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        (None, 428, "precondition_required"),
        ("W/x", 412, "stale"),
        ('"3-short"', 412, "stale"),
    ],
)
async def test_a_change_needs_a_version(
    notes: AsyncClient, given: str | None, status: int, code: str
) -> None:
    headers = {} if given is None else {"if-match": given}
    assert_problem(await notes.patch("/notes", headers=headers), status, code)


@pytest.mark.parametrize(
    ("tags", "third", "fourth"),
    [
        ('"3"', True, False),
        (f'"3-{"0a" * 12}"', True, False),
        ('"zz", "3"', True, False),
        ('"4","3"', True, True),
        ('W/"3", "4"', False, True),
        ("*", True, True),
    ],
)
async def test_a_change_with_the_version_among_its_tags_goes_through(
    notes: AsyncClient, tags: str, third: bool, fourth: bool
) -> None:
    response = await notes.patch("/notes", headers={"if-match": tags})
    assert response.json() == {"is_third": third, "is_fourth": fourth}


async def test_every_answer_is_fenced(notes: AsyncClient) -> None:
    response = await notes.get("/notes")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["content-security-policy"] == (
        "default-src 'none'; frame-ancestors 'none'; sandbox"
    )
