"""Fixtures of the tests of secretaries."""

import pytest
from httpx import AsyncClient

from factories.world import World
from gongwei.core.db import Database
from secretaries.secretariat import Secretariat


@pytest.fixture
def desk(client: AsyncClient, database: Database, world: World) -> Secretariat:
    """Requests of whoever is named, and the state before a test begins."""
    return Secretariat(client, database, world)
