"""The database: one engine a process, one transaction a request. Only this file and the worker
commit.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

import asyncpg
from fastapi import Depends, Request
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.orm import Session as OrmSession
from sqlmodel import Session
from sqlmodel.ext.asyncio.session import AsyncSession

from gongwei.core import clock
from gongwei.core.errors import Problem
from gongwei.core.models import Row

SCOPE_SETTING = "gongwei.scope"
"""The database setting that row-level security reads: a path prefix, `*` for all, absent for
nothing.
"""

WHOLE_TREE = "*"


class Database:
    """The engine and its sessions, connected as the role that owns no table."""

    def __init__(self, url: str, *, role: str | None, pool_size: int = 20) -> None:
        settings = {
            "lock_timeout": "5s",
            "application_name": "gongwei",
            "timezone": "UTC",
            # A range of paths is one department or the whole tree: no one plan serves both.
            "plan_cache_mode": "force_custom_plan",
        }
        if role is not None:
            settings["role"] = role
        self.url = url
        self.engine: AsyncEngine = create_async_engine(
            url,
            pool_size=pool_size,
            max_overflow=0,
            pool_timeout=3,
            pool_pre_ping=True,
            hide_parameters=True,  # what people wrote is in no message and no trace
            connect_args={
                "server_settings": settings,
                "timeout": 4,
                "async_creator_fn": _connect,
            },
        )

    def new_session(self) -> AsyncSession:
        """A session outside a request; the caller ends it."""
        return AsyncSession(self.engine, expire_on_commit=False)

    @asynccontextmanager
    async def transaction(self, scope: str | None = None) -> AsyncIterator[AsyncSession]:
        """One transaction, committed when the block ends well. `scope` as in `narrow`."""
        async with self.new_session() as session:
            if scope is not None:
                await narrow(session, scope)
            yield session
            await session.commit()

    async def close(self) -> None:
        await self.engine.dispose()


async def _connect(*address: Any, **options: Any) -> Any:
    """While a server on this machine starts anew, its socket is gone as a file: for whoever asks,
    that is a refused connection, and no missing file.
    """
    try:
        return await asyncpg.connect(*address, **options)
    except FileNotFoundError as gone:
        raise ConnectionRefusedError(*gone.args) from gone


async def narrow(session: AsyncSession, scope: str) -> None:
    """Let row-level security show the subtree at this path, or the whole tree for `*`, until the
    transaction ends.
    """
    await session.execute(
        text("SELECT set_config(:name, :scope, true)"), {"name": SCOPE_SETTING, "scope": scope}
    )


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    """The request's transaction; committed before the answer leaves (dependency scope
    `function`), also when the answer is a refusal that is itself on record.
    """
    database: Database = request.app.state.database
    async with database.new_session() as session:
        request.state.session = session
        try:
            yield session
        except Problem as refusal:
            if refusal.kept:
                await session.commit()
            raise
        await session.commit()


CurrentSession = Annotated[AsyncSession, Depends(get_session, scope="function")]


@event.listens_for(Session, "before_flush")
def _move_versions(session: OrmSession, _context: Any, _instances: Any) -> None:
    for row in session.dirty:
        if isinstance(row, Row) and session.is_modified(row):
            row.version += 1
            row.updated_at = clock.now()
