"""Guesses at an account's password, counted in the database, so that all workers count together.

A guess is counted before it is evaluated and taken back when it proves right: however many run at
once, no more than LIMIT wrong ones are ever evaluated within WINDOW. Names without an account are
counted the same way.
"""

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil
from typing import Any
from uuid import UUID
from weakref import WeakValueDictionary

from sqlalchemy import Select, delete, func, insert, literal, select, text, update
from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.accounts.models import SignInAttempt
from gongwei.accounts.sign_in.problems import TOO_MANY_ATTEMPTS
from gongwei.core import clock
from gongwei.core.crypto import current_vault
from gongwei.core.db import Database

LIMIT = 10
WINDOW = timedelta(minutes=15)
SWEPT_AT_ONCE = 100

_queues: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()


def account_key(username: str) -> str:
    """The keyed hash under which guesses at this name are counted; letter case is one."""
    return current_vault().lookup_hash(username, "sign_in_attempt.account")


async def take(database: Database, username: str) -> UUID:
    """Count one guess in a transaction of its own; answers its id.

    Raises `too_many_attempts` (429) with `Retry-After`.
    """
    key, now = account_key(username), clock.now()
    lock = int.from_bytes(bytes.fromhex(key[:16]), "big", signed=True)
    # Guesses at one account queue here first, so that they hold one connection and not the pool.
    queue = _queues.setdefault(key, asyncio.Lock())
    async with queue, database.transaction() as session:
        await _sweep(session)
        # The lock comes in a statement of its own: the next one must see what was counted while
        # this one waited. Nothing else runs while it is held.
        await session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": lock})
        taken = await session.execute(_counting(key, now))
        attempt_id: UUID | None = taken.scalar_one_or_none()
    if attempt_id is None:
        raise await _too_many(database, key, now)
    return attempt_id


def _counted(key: str, now: datetime) -> Select[datetime]:
    return (
        select(col(SignInAttempt.at))
        .where(
            col(SignInAttempt.account_key) == key,
            col(SignInAttempt.counted),
            col(SignInAttempt.at) > now - WINDOW,
        )
        .order_by(col(SignInAttempt.at).desc())
        .limit(LIMIT)
    )


def _counting(key: str, now: datetime) -> ReturningInsert[Any]:
    """Insert one counted guess unless there are LIMIT already."""
    row = SignInAttempt(account_key=key, at=now).model_dump()
    columns = SignInAttempt.__table__.columns  # type: ignore[attr-defined]
    values = [literal(row[column.name], column.type).label(column.name) for column in columns]
    fewer = select(func.count()).select_from(_counted(key, now).subquery()).scalar_subquery()
    names = [column.name for column in columns]
    inserted = insert(SignInAttempt).from_select(names, select(*values).where(fewer < LIMIT))
    return inserted.returning(col(SignInAttempt.id))


async def _too_many(database: Database, key: str, now: datetime) -> Exception:
    async with database.transaction() as session:
        times = (await session.execute(_counted(key, now))).scalars().all()
    first = times[-1] if len(times) == LIMIT else now - WINDOW
    seconds = max(1, ceil((first + WINDOW - now).total_seconds()))
    return TOO_MANY_ATTEMPTS(headers={"Retry-After": str(seconds)}, minutes=ceil(seconds / 60))


async def _sweep(session: AsyncSession) -> None:
    old = (
        select(col(SignInAttempt.id))
        .where(col(SignInAttempt.at) <= clock.now() - WINDOW)
        .limit(SWEPT_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    await session.execute(
        delete(SignInAttempt)
        .where(col(SignInAttempt.id).in_(old))
        .execution_options(synchronize_session=False)
    )


async def take_back(session: AsyncSession, attempt_id: UUID) -> None:
    """The guess was right: it counts no more."""
    attempt = await session.get(SignInAttempt, attempt_id)
    if attempt is not None:
        attempt.counted = False


async def unlock(session: AsyncSession, username: str) -> None:
    """Let the account try again at once."""
    await session.execute(
        update(SignInAttempt)
        .where(col(SignInAttempt.account_key) == account_key(username))
        .values(counted=False)
    )


async def locked_among(session: AsyncSession, usernames: Iterable[str]) -> set[str]:
    """Those of the user names that must wait at present."""
    names = {account_key(name): name for name in usernames}
    found = await session.execute(
        select(col(SignInAttempt.account_key))
        .where(
            col(SignInAttempt.account_key).in_(names),
            col(SignInAttempt.counted),
            col(SignInAttempt.at) > clock.now() - WINDOW,
        )
        .group_by(col(SignInAttempt.account_key))
        .having(func.count() >= LIMIT)
    )
    return {names[key] for key in found.scalars()}


async def refuse_many_misses(database: Database, name: str) -> None:
    """Raise `too_many_attempts` (429) after LIMIT misses within WINDOW under this name.

    For codes that are too long to be guessed: unlike at sign-in, a try that is evaluated beside
    others is no danger, so only misses are counted, and whoever holds a code never waits.
    """
    key, now = account_key(name), clock.now()
    async with database.transaction() as session:
        misses = (await session.execute(_counted(key, now))).scalars().all()
    if len(misses) >= LIMIT:
        raise await _too_many(database, key, now)


async def count_miss(database: Database, name: str) -> None:
    """Note that a code under this name was wrong, in a transaction of its own."""
    async with database.transaction() as session:
        await _sweep(session)
        session.add(SignInAttempt(account_key=account_key(name), at=clock.now()))
