"""Secret codes that are read without signing in: long enough never to be guessed, kept as a hash,
and misses counted by the caller's address.
"""

import hashlib
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Path, Request

from gongwei.accounts.sign_in.attempts import count_miss, refuse_many_misses
from gongwei.core.db import Database
from gongwei.core.errors import NOT_FOUND, Problem

LONGEST = 64
PublicCode = Annotated[str, Path(min_length=1, max_length=LONGEST)]


def new_code() -> str:
    """256 random bits in 43 characters that go into an address as they are."""
    return secrets.token_urlsafe(32)


def hash_of(code: str) -> str:
    """SHA-256 in hex, under which a code is found; a code this long needs no key."""
    return hashlib.sha256(code.encode()).hexdigest()


@asynccontextmanager
async def counting_misses(request: Request) -> AsyncIterator[Database]:
    """The database for answering to a code. A 404 inside the block counts as a miss of the caller's
    address; after ten within 15 minutes it is refused with 429 `too_many_attempts`.
    """
    database: Database = request.app.state.database
    name = f"public code {request.client.host if request.client else ''}"
    await refuse_many_misses(database, name)
    try:
        yield database
    except Problem as problem:
        if problem.type is NOT_FOUND:
            await count_miss(database, name)
        raise
