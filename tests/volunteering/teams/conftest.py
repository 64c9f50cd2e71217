"""Fixtures of the tests of teams."""

import pytest
from httpx import AsyncClient

from factories.activities import Planning
from factories.world import World
from gongwei.core.db import Database


@pytest.fixture
def plan(client: AsyncClient, database: Database, world: World) -> Planning:
    """Requests of whoever is named, and the state before a test begins."""
    return Planning(client, database, world)
