"""Fixtures of the tests of results."""

import pytest
from httpx import AsyncClient

from duty_reports.appraised import Appraised
from factories.world import World
from gongwei.core.db import Database


@pytest.fixture
async def appraised(client: AsyncClient, database: Database, world: World) -> Appraised:
    """A round that is appraised, with three groups that vote and two participants."""
    return await Appraised(client, database, world).begin()
