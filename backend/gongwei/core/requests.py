"""Around every request: a number for the log, the committee's zone, and the headers that fence a
page in.
"""

import logging
import re
import secrets
import time
from zoneinfo import ZoneInfo

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gongwei.core import clock
from gongwei.core.models import new_id
from gongwei.core.problem_responses import on_failure

log = logging.getLogger("gongwei.requests")

PAGE_POLICY = (
    "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
    "form-action 'self'; "
    "connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; "
    "worker-src 'self'; "
    "script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'"
)
WORKER_POLICY = (
    "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
    "frame-ancestors 'none'"
)
"""For scripts: a worker obeys the policy of its own file; the reader of codes is WebAssembly."""
SANDBOX_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
GIVEN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")


class RequestFrame:
    """ASGI middleware: `request_id` in state and answer, Content-Security-Policy, nosniff, no
    referrer.
    """

    def __init__(self, app: ASGIApp, zone: ZoneInfo, unlogged: tuple[str, ...] = ()) -> None:
        """`unlogged`: beginnings of paths of which no line is written."""
        self.app = app
        self.zone = zone
        self.unlogged = unlogged

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        clock.use_zone(self.zone)
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if GIVEN_ID.fullmatch(given) else str(new_id())
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {}).update(request_id=request_id, csp_nonce=nonce)

        started: list[int] = []
        began = time.perf_counter()

        async def framed(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.append(message["status"])
                _add_headers(MutableHeaders(scope=message), request_id, nonce)
            await send(message)

        try:
            await self.app(scope, receive, framed)
        except Exception as error:
            if started:
                raise
            response = await on_failure(Request(scope), error)
            await response(scope, receive, framed)
        spent = round((time.perf_counter() - began) * 1000)
        status = started[0] if started else 0
        if scope["path"].startswith(self.unlogged):
            return
        # The path without its query: what people searched for stays out of the log.
        log.info(
            "%s %s %s %d ms %s", scope["method"], _plain(scope["path"]), status, spent, request_id
        )


def _plain(path: str) -> str:
    """A path fit for one line of a log."""
    return (
        path[:200]
        .encode("ascii", "backslashreplace")
        .decode()
        .replace("\n", "\\n")
        .replace("\r", "\\r")
    )


def _add_headers(headers: MutableHeaders, request_id: str, nonce: str) -> None:
    headers["X-Request-ID"] = request_id
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "geolocation=(), microphone=(), camera=(self)"
    is_page = headers.get("content-type", "").startswith("text/html")
    policy = PAGE_POLICY.format(nonce=nonce) if is_page else SANDBOX_POLICY
    headers.setdefault("Content-Security-Policy", policy)
