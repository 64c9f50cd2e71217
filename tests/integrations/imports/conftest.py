"""A committee with an empty tree, and an officer at work on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from httpx import ASGITransport, AsyncClient

from factories import world as factory
from factories.office import Office
from factories.world import World, build_world
from gongwei.core.config import Settings
from gongwei.core.db import Database
from gongwei.main import create_app


@pytest.fixture
async def committee(
    separate: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> World:
    """A working committee with nothing below it, and somebody in each role that stands at it."""
    at_root = tuple(person for person in factory.PEOPLE if person[2] == "root")
    monkeypatch.setattr(factory, "TREE", factory.TREE[:1])
    monkeypatch.setattr(factory, "PEOPLE", at_root)
    return await build_world(separate)


@pytest.fixture
async def office(separate: Database, settings: Settings, committee: World) -> AsyncIterator[Office]:
    """An officer of a committee with an empty tree."""
    async with _opened(separate, settings, committee) as office:
        yield office


@pytest.fixture
async def departments(separate: Database, settings: Settings) -> AsyncIterator[Office]:
    """An officer of a committee with two departments, and their people."""
    async with _opened(separate, settings, await build_world(separate)) as office:
        yield office


@asynccontextmanager
async def _opened(database: Database, settings: Settings, world: World) -> AsyncIterator[Office]:
    app = create_app(settings, database.url)
    await app.state.database.close()
    app.state.database = database
    transport = ASGITransport(app=app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        yield Office(client, database, settings, world)
