"""Fixtures of the tests of the duty review."""

import pytest
from httpx import AsyncClient

from duty_reports.review import Review
from factories.world import World
from gongwei.core.db import Database


@pytest.fixture
def review(client: AsyncClient, database: Database, world: World) -> Review:
    """Requests of whoever is named, and the state before a test begins."""
    return Review(client, database, world)
