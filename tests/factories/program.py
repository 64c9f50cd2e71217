"""The program under test. Its routes are prepared once a process: FastAPI prepares all of them at
an application's first request, which takes longer than most tests.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.main import create_app

_prepared: list[FastAPI] = []


async def program_on(database: Database, settings: Settings) -> FastAPI:
    """The program as it starts on this database. A process has it once, for one test at a time;
    a test that adds routes makes its own with `own_program_on`.
    """
    started = await own_program_on(database, settings)
    if not _prepared:
        _prepared.append(started)
    assert len(_prepared[0].router.routes) == len(started.router.routes), "a test added routes"
    _prepared[0].state = started.state
    return _prepared[0]


async def own_program_on(database: Database, settings: Settings) -> FastAPI:
    """A program that no other test meets; its first request takes 0.3 s more."""
    app = create_app(settings, database.url)
    await app.state.database.close()
    app.state.database = database
    return app


@asynccontextmanager
async def client_of(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """An HTTP client of the program, which is told of a failure as any client is."""
    transport = ASGITransport(app=app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


@asynccontextmanager
async def client_on(database: Database, settings: Settings) -> AsyncIterator[AsyncClient]:
    """An HTTP client of the program on this database."""
    async with client_of(await program_on(database, settings)) as client:
        yield client
