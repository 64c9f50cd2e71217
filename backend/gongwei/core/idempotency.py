"""`Idempotency-Key`: the first answer is stored in the transaction of the work, and repeated from
there.
"""

import hashlib
from datetime import timedelta
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from sqlalchemy import JSON, UniqueConstraint, delete, text
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.core import clock
from gongwei.core.crypto import EncryptedText
from gongwei.core.errors import (
    IDEMPOTENCY_IN_PROGRESS,
    IDEMPOTENCY_KEY_REUSED,
    MALFORMED,
    FieldFault,
)
from gongwei.core.models import TechnicalRow

KEY_HEADER = "idempotency-key"
KEPT_FOR = timedelta(hours=24)
READS = frozenset({"GET", "HEAD"})
"""Methods that may be repeated anyhow: a key is of no account there."""


class IdempotencyKey(TechnicalRow, table=True):
    """One answered request: who sent which key, a digest of what was asked, and the answer."""

    __tablename__ = "idempotency_key"
    __table_args__ = (UniqueConstraint("caller", "key"),)

    caller: str = Field(max_length=80)
    key: str = Field(max_length=255)
    fingerprint: str = Field(max_length=64)
    status: int
    headers: dict[str, Any] = Field(sa_type=JSON)
    body: str = Field(sa_type=EncryptedText("idempotency_key.body"))


class Replayed(Exception):
    """The request was answered before; carries that answer."""

    def __init__(self, stored: IdempotencyKey) -> None:
        super().__init__(stored.key)
        self.stored = stored

    def response(self) -> Response:
        headers = {**self.stored.headers, "Idempotent-Replayed": "true"}
        return Response(self.stored.body, self.stored.status, headers)


async def claim(request: Request, session: AsyncSession, caller: str) -> None:
    """Take the request's key for this caller, or raise: Replayed, 409 while the first runs, 422 for
    other content.
    """
    key = request.headers.get(KEY_HEADER)
    if key is None or request.method in READS:
        return
    if not 1 <= len(key) <= 255 or not key.isascii() or not key.isprintable():
        fault = FieldFault(
            "/Idempotency-Key",
            "invalid",
            "须为 1 至 255 个可见字符",
            "1 to 255 visible ASCII characters",
        )
        raise MALFORMED(errors=(fault,), count=1)
    lock = int.from_bytes(
        hashlib.sha256(f"{caller}\n{key}".encode()).digest()[:8], "big", signed=True
    )
    taken = await session.scalar(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": lock})
    if not taken:
        raise IDEMPOTENCY_IN_PROGRESS(headers={"Retry-After": "1"})
    fingerprint = _fingerprint(request)
    found = select(IdempotencyKey).where(IdempotencyKey.caller == caller, IdempotencyKey.key == key)
    stored = (await session.exec(found)).first()
    if stored is None:
        request.state.idempotency = (caller, key, fingerprint)
    elif stored.created_at < clock.now() - KEPT_FOR:
        await session.delete(stored)
        await session.flush()
        request.state.idempotency = (caller, key, fingerprint)
    elif stored.fingerprint != fingerprint:
        raise IDEMPOTENCY_KEY_REUSED()
    else:
        raise Replayed(stored)


def _fingerprint(request: Request) -> str:
    asked = "\n".join(
        (request.method, request.url.path, request.url.query, request.state.body_digest)
    )
    return hashlib.sha256(asked.encode()).hexdigest()


async def keep(request: Request, response: Response) -> None:
    """Store the answer beside the work, in its transaction, so that both or neither are there."""
    claimed = getattr(request.state, "idempotency", None)
    if claimed is None or response.status_code >= 400:
        return
    session: AsyncSession = request.state.session
    caller, key, fingerprint = claimed
    names = ("content-type", "location", "etag")
    headers = {name: response.headers[name] for name in names if name in response.headers}
    session.add(
        IdempotencyKey(
            caller=caller,
            key=key,
            fingerprint=fingerprint,
            status=response.status_code,
            headers=headers,
            body=bytes(response.body).decode(),
        )
    )


async def forget_old_keys(session: AsyncSession) -> None:
    """Drop answers older than a day; called by the worker."""
    await session.execute(
        delete(IdempotencyKey).where(col(IdempotencyKey.created_at) < clock.now() - KEPT_FOR)
    )
