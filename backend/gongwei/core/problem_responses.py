"""Exceptions become problem documents (RFC 9457), in Chinese or English, and nothing else ever
leaves.
"""

import logging
from collections.abc import Callable
from typing import Any

from asyncpg.exceptions import PostgresConnectionError, PostgresError
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.routing import Match

from gongwei.core import errors
from gongwei.core.errors import FieldFault, Problem
from gongwei.core.field_messages import field_fault

log = logging.getLogger("gongwei.problems")

PROBLEM_JSON = "application/problem+json"

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")

TRANSIENT_SQLSTATES = ("08", "40", "53", "55", "57")
"""Connection, rollback (deadlock, serialisation), resources, lock not available, shutdown: try
again.
"""


def language_of(request: Request) -> str:
    """`en` when Accept-Language prefers English to Chinese, else `zh`."""
    best, chosen = -1.0, "zh"
    for part in request.headers.get("accept-language", "").split(",")[:20]:
        tag, _, weight = part.strip().lower().partition(";q=")
        try:
            quality = float(weight) if weight else 1.0
        except ValueError:
            continue
        primary = tag.split("-")[0]
        if primary in ("zh", "en") and quality > best:
            best, chosen = quality, primary
    return chosen


def problem_response(request: Request, problem: Problem) -> Response:
    """The answer for a problem; `request_id` is the one in the log."""
    language = language_of(request)
    request_id = getattr(request.state, "request_id", "")
    body = {
        "type": f"/problems/{problem.code}",
        "title": problem.title(language),
        "status": problem.type.status,
        "detail": problem.detail(language),
        "instance": request.url.path,
        "code": problem.code,
        "request_id": request_id,
        "errors": [_fault(fault, language) for fault in problem.errors],
        **problem.members,
    }
    headers = {"Vary": "Accept-Language", "Cache-Control": "no-store", **problem.headers}
    return JSONResponse(body, problem.type.status, headers, media_type=PROBLEM_JSON)


def _fault(fault: FieldFault, language: str) -> dict[str, str]:
    message = fault.en if language == "en" else fault.zh
    return {"pointer": fault.pointer, "code": fault.code, "message": message}


async def _on_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return problem_response(request, error)


async def _on_malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found: list[Any] = list(error.errors())
    if any(fault["type"] == "json_invalid" for fault in found):
        return problem_response(request, unreadable("不是有效的 JSON", "not valid JSON"))
    faults = tuple(field_fault(fault) for fault in found[:100])
    return problem_response(request, errors.MALFORMED(errors=faults, count=len(found)))


def unreadable(why_zh: str, why_en: str) -> Problem:
    """A 400 for content that cannot be read at all."""
    return errors.UNREADABLE(why_zh=why_zh, why_en=why_en)


HTTP_PROBLEMS: dict[int, Callable[[], Problem]] = {
    400: lambda: unreadable("内容不完整或编码不对", "incomplete or wrongly encoded"),
    401: errors.NOT_SIGNED_IN,
    403: errors.NOT_ALLOWED,
    404: errors.NOT_FOUND,
    405: errors.METHOD_NOT_ALLOWED,
    413: lambda: errors.TOO_LARGE(limit="1 / 20 MiB"),
    415: errors.WRONG_MEDIA_TYPE,
}


async def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if isinstance(error.__cause__, Problem):  # raised while FastAPI was reading the body
        return problem_response(request, error.__cause__)
    make = HTTP_PROBLEMS.get(error.status_code)
    problem = make() if make is not None else errors.INTERNAL(request_id=_request_id(request))
    problem.headers.update(error.headers or {})
    if error.status_code == 405 and (methods := _methods_at(request)):
        problem.headers["Allow"] = ", ".join(methods)
    return problem_response(request, problem)


def _methods_at(request: Request) -> list[str]:
    """Every method that the API takes at this address: one address may be several routers', and
    each refuses with its own alone.
    """
    routes = [one for one in request.app.routes if getattr(one, "include_in_schema", True)]
    return [
        method
        for method in METHODS
        if any(one.matches({**request.scope, "method": method})[0] is Match.FULL for one in routes)
    ]


async def _on_integrity(request: Request, error: Exception) -> Response:
    log.warning("integrity conflict: %s", _constraint(error))
    return problem_response(request, errors.CONFLICT())


def _constraint(error: Exception) -> str:
    origin = getattr(getattr(error, "orig", None), "__cause__", None)
    return str(getattr(origin, "constraint_name", "unknown"))


async def _on_database(request: Request, error: Exception) -> Response:
    if is_transient(error):
        log.warning("database unavailable: %s", type(error).__name__)
        return problem_response(request, errors.UNAVAILABLE(headers={"Retry-After": "1"}))
    return await on_failure(request, error)


def is_transient(error: Exception) -> bool:
    """Whether the database was away or busy, so that the same request may succeed in a moment."""
    if isinstance(error, OSError | PoolTimeout | TimeoutError | PostgresConnectionError):
        return True
    state = getattr(getattr(error, "orig", error), "sqlstate", None) or ""
    if state.startswith(TRANSIENT_SQLSTATES):
        return True
    return isinstance(error, DBAPIError) and bool(error.connection_invalidated)


async def on_failure(request: Request, error: Exception) -> Response:
    """Anything unforeseen: logged with its trace, answered without it."""
    log.error("unhandled", exc_info=error, extra={"request_id": _request_id(request)})
    return problem_response(request, errors.INTERNAL(request_id=_request_id(request)))


def _request_id(request: Request) -> str:
    return str(getattr(request.state, "request_id", ""))


def install(app: FastAPI) -> None:
    """Register the handlers. What none of them takes is answered by `RequestFrame`."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(RequestValidationError, _on_malformed)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(IntegrityError, _on_integrity)
    for transient in (SQLAlchemyError, PostgresError, ConnectionError, TimeoutError):
        app.add_exception_handler(transient, _on_database)
