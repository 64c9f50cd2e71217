"""Fixtures of the tests of hours."""

import pytest
from httpx import AsyncClient

from factories.service_hours import ServiceDays
from factories.world import World
from gongwei.core.db import Database


@pytest.fixture
def days(client: AsyncClient, database: Database, world: World) -> ServiceDays:
    """Service days as rows, and requests of whoever is named."""
    return ServiceDays(client, database, world)
