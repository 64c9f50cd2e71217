"""The route class of every resource: strict JSON in, entity tags out, repeated requests answered
once.
"""

import hashlib
import json
import math
import re
from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import Annotated, Any, Protocol, TypeVar
from urllib.parse import quote
from uuid import UUID

from fastapi import Depends, Header, Request
from fastapi.responses import Response
from fastapi.routing import APIRoute

from gongwei.core.errors import MALFORMED, PRECONDITION_REQUIRED, STALE, TOO_LARGE, FieldFault
from gongwei.core.idempotency import KEY_HEADER, READS, Replayed, keep
from gongwei.core.problem_responses import unreadable

MAX_DEPTH = 32
MIB = 1024 * 1024
MAX_JSON = MIB
MAX_UPLOAD = 20 * MIB
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class StrictRequest(Request):
    """A request of bounded size, whose JSON holds nothing that a database cannot.

    That is: no NUL, no lone surrogate, no NaN, no Infinity.
    """

    async def stream(self) -> AsyncGenerator[bytes, None]:
        upload = self.headers.get("content-type", "").startswith("multipart/form-data")
        limit = MAX_UPLOAD if upload else MAX_JSON
        received, end = 0, b""
        async for chunk in super().stream():
            received += len(chunk)
            if received > limit:
                raise TOO_LARGE(limit=f"{limit // MIB} MiB")
            end = (end + chunk)[-8:]
            yield chunk
        if upload and not end.rstrip().endswith(b"--"):
            raise unreadable("上传的内容不完整", "the upload is incomplete")

    async def json(self) -> Any:
        if not hasattr(self, "_strict_json"):
            self._strict_json = parse_json(await self.body())
        return self._strict_json


def parse_json(body: bytes) -> Any:
    """Parse UTF-8 JSON or raise `unreadable` (400)."""
    try:
        value = json.loads(
            body.decode("utf-8"), parse_constant=_refuse_constant, parse_float=_finite
        )
    except (ValueError, RecursionError) as error:
        raise unreadable("不是有效的 UTF-8 JSON", "not valid UTF-8 JSON") from error
    _refuse_unstorable(value, 0)
    return value


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("out of range")
    return number


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _refuse_unstorable(value: Any, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise unreadable(f"嵌套超过 {MAX_DEPTH} 层", f"nested deeper than {MAX_DEPTH}")
    if isinstance(value, str):
        if _UNSTORABLE.search(value):
            raise unreadable("含有无法保存的字符", "contains characters that cannot be stored")
    elif isinstance(value, dict):
        for name, inner in value.items():
            _refuse_unstorable(name, depth + 1)
            _refuse_unstorable(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            _refuse_unstorable(inner, depth + 1)


def _refuse_nul_in_address(request: Request) -> None:
    query = request.scope.get("query_string", b"")
    if b"%00" in query or "\x00" in request.url.path or b"\x00" in query:
        raise unreadable("地址中含有空字符", "the address contains a NUL")


class ResourceRoute(APIRoute):
    """Adds to FastAPI's route: strict bodies, ETag and 304 on reads, replay of repeated writes."""

    def get_route_handler(self) -> Handler:
        handle = super().get_route_handler()
        writes = not (self.methods or set()) <= READS

        async def strictly(request: Request) -> Response:
            strict = StrictRequest(request.scope, request.receive)
            _refuse_nul_in_address(strict)
            if not writes:
                return _with_etag(strict, await handle(strict))
            if KEY_HEADER in strict.headers:
                strict.state.body_digest = _digest(strict, await strict.body())
            try:
                response = await handle(strict)
            except Replayed as replayed:
                return replayed.response()
            await keep(strict, response)
            return response

        return strictly


_BOUNDARY = re.compile(r'boundary="?([^";,]+)')


def _digest(request: Request, body: bytes) -> str:
    """A digest of what a body says; every sending of the same form separates its parts by another
    boundary.
    """
    boundary = _BOUNDARY.search(request.headers.get("content-type", ""))
    if boundary is not None:
        body = body.replace(b"--" + boundary.group(1).encode(), b"--")
    return hashlib.sha256(body).hexdigest()


def _with_etag(request: Request, response: Response) -> Response:
    if request.method != "GET" or response.status_code != 200:
        return response
    response.headers.setdefault("Cache-Control", "private, no-cache")
    response.headers["Vary"] = "Authorization, Accept-Language"
    if response.media_type == "application/json":
        _link_next(request, response)
        response.headers["ETag"] = _tag_of(response)
    elif "ETag" not in response.headers:
        # A document or a workbook is made anew for each reader, with the moment of its making.
        return response
    if _is_known(request.headers.get("if-none-match", ""), response.headers["ETag"]):
        kept = {name: response.headers[name] for name in ("ETag", "Cache-Control", "Vary")}
        return Response(status_code=304, headers=kept)
    return response


def _tag_of(response: Response) -> str:
    """`"version-digest"` for a record, a digest for a list.

    The version alone would not do: counts, names and permitted actions stand in an answer too, and
    change while the row does not. `If-Match` takes the version and leaves the digest aside.
    """
    tag = response.headers.get("etag", "")
    digest = hashlib.sha256(response.body).hexdigest()[:24]
    if not tag:
        return f'W/"{digest}"'
    version = _VERSION_TAG.fullmatch(tag)
    return f'"{version.group(1)}-{digest}"' if version else tag


_VERSION_TAG = re.compile(r'"(\d{1,9})(?:-[0-9a-f]{24})?"')
"""An entity tag of a record, with the digest of what was read or, after a change, without."""


def _is_known(asked: str, tag: str) -> bool:
    """Whether `If-None-Match` names the tag; compared weakly, or by `*` (RFC 9110, 13.1.2)."""
    known = {one.strip().removeprefix("W/") for one in asked.split(",")}
    return "*" in known or tag.removeprefix("W/") in known


_NEXT_PAGE = re.compile(rb'"next_cursor":"([A-Za-z0-9_-]+)","total":(?:null|[0-9]+)\}$')
"""The end of a page that has a next one, as `Page` is written."""


def _link_next(request: Request, response: Response) -> None:
    """Give a page's successor as `Link: rel="next"` (RFC 8288), with the filters that were asked
    for.
    """
    found = _NEXT_PAGE.search(response.body, max(0, len(response.body) - 3000))
    if found is not None:
        asked = request.url.include_query_params(cursor=found.group(1).decode())
        response.headers["Link"] = f'<{quote(request.url.path)}?{asked.query}>; rel="next"'


class Versioned(Protocol):
    """An answer with a version."""

    version: int


class Identified(Versioned, Protocol):
    """An answer with a version and an address of its own."""

    id: UUID


T = TypeVar("T", bound=Versioned)
A = TypeVar("A", bound=Identified)


def created(response: Response, request: Request, answer: A) -> A:
    """201 with `Location` and `ETag`; returns the answer."""
    response.headers["Location"] = f"{request.url.path.rstrip('/')}/{answer.id}"
    return tagged(response, answer)


def tagged(response: Response, answer: T) -> T:
    """Give the answer's version as its entity tag."""
    response.headers["ETag"] = f'"{answer.version}"'
    return answer


class Versions(int):
    """What `If-Match` names, in the place of one version: equal to each of its versions, and by `*`
    to any that there is (RFC 9110, 13.1.1).
    """

    _named: frozenset[int] | None

    def __new__(cls, named: frozenset[int] | None) -> "Versions":
        made = super().__new__(cls, max(named) if named else 0)
        made._named = named
        return made

    def __eq__(self, version: object) -> bool:
        return isinstance(version, int) and (self._named is None or version in self._named)

    def __ne__(self, version: object) -> bool:
        return not self == version

    __hash__ = int.__hash__


def read_if_match(
    if_match: Annotated[str | None, Header(alias="If-Match", max_length=1000)] = None,
) -> int:
    """The version that a change is based on. 428 without the header, 412 when it names no version
    of ours.
    """
    if if_match is None:
        raise PRECONDITION_REQUIRED()
    if if_match.strip() == "*":
        return Versions(None)
    tags = [_VERSION_TAG.fullmatch(one.strip()) for one in if_match.split(",")]
    named = frozenset(int(tag.group(1)) for tag in tags if tag is not None)
    if not named:
        raise STALE()
    return Versions(named)


IfMatch = Annotated[int, Depends(read_if_match)]


def read_precondition(
    if_match: Annotated[
        str | None,
        Header(
            alias="If-Match", max_length=1000,
            description="The entity tag of what is replaced: 412 when it has changed since.",
        ),
    ] = None,
    if_none_match: Annotated[
        str | None,
        Header(
            alias="If-None-Match", max_length=100,
            description="`*`, in the place of `If-Match`, to enter what nobody has entered yet.",
        ),
    ] = None,
) -> int | None:  # fmt: skip
    """The version that is to be replaced; None for `If-None-Match: *`, where there must be none
    yet (RFC 9110, 13.1.2). 428 without either.
    """
    if if_match is None and (if_none_match or "").strip() == "*":
        return None
    return read_if_match(if_match)


Precondition = Annotated[int | None, Depends(read_precondition)]


def one_fault(pointer: str, code: str, zh: str, en: str) -> Exception:
    """A 422 for a single entry that only the database can judge."""
    return MALFORMED(errors=(FieldFault(pointer, code, zh, en),), count=1)
