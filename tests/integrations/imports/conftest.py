"""A committee with an empty tree, and an officer at work on it."""

from collections.abc import AsyncIterator

import pytest

from factories import world as factory
from factories.office import Office
from factories.program import client_on
from factories.world import World, build_world
from gongwei.core.config import Settings
from gongwei.core.db import Database


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
    async with client_on(separate, settings) as client:
        yield Office(client, separate, settings, committee)


@pytest.fixture
async def departments(
    separate: Database, settings: Settings, world_apart: World
) -> AsyncIterator[Office]:
    """An officer of a committee with two departments, and their people."""
    async with client_on(separate, settings) as client:
        yield Office(client, separate, settings, world_apart)
