"""Fixtures of the tests of ballots."""

import pytest
from httpx import AsyncClient

from duty_reports.voting import Voting
from factories.world import World
from gongwei.core.db import Database


@pytest.fixture
async def voting(client: AsyncClient, database: Database, world: World) -> Voting:
    """A round that is appraised, with two participants."""
    return await Voting(client, database, world).begin()
